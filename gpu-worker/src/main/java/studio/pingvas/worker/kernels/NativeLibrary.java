package studio.pingvas.worker.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import studio.pingvas.platform.Sha256;

/**
 * The compiled kernels, loaded into this process.
 *
 * @param name of this build of them
 */
record NativeLibrary(String name) {
    private static final int NAME_LENGTH = 32;

    private static final String RESOURCE = "/kernels/kernels-x86-64-v3.so";
    private static final String NAME = "native-avx2";

    private static boolean loaded;

    /**
     * @param cache folder to unpack into; must be our own, whoever can write it can run code here
     * @throws NoNativeKernelsException if this machine cannot run them
     */
    static synchronized NativeLibrary load(Path cache, Processor processor)
            throws NoNativeKernelsException {
        processor.requireX8664v3();
        try {
            Path file = unpack(cache);
            if (!loaded) {
                System.load(file.toString());
                loaded = true;
            }
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new NoNativeKernelsException("the library cannot be loaded", e);
        }
        return new NativeLibrary(NAME);
    }

    /**
     * Named by its contents, so that versions do not meet, and moved there when it is whole: other
     * workers may load it at the same time.
     */
    static Path unpack(Path cache) throws IOException {
        byte[] library = read();
        Path folder = Files.createDirectories(cache.toAbsolutePath());
        Path file =
                folder.resolve("kernels-" + Sha256.of(library).substring(0, NAME_LENGTH) + ".so");
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), library)) {
            return file;
        }
        Path part = Files.createTempFile(folder, "kernels-", ".part");
        try {
            Files.write(part, library);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private static byte[] read() throws IOException {
        try (InputStream in = NativeLibrary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("This build brings no " + RESOURCE);
            }
            return in.readAllBytes();
        }
    }
}

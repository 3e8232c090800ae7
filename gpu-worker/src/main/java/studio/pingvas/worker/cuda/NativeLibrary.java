package studio.pingvas.worker.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jcuda.LibUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** JCuda's native half, which is in builds for GPUs only and needs the driver's library. */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String TEMPORARY_FOLDER = "java.io.tmpdir";
    private static final String DRIVER_CALLS = "jcuda.driver.JCudaDriver";
    private static final String RESOURCE =
            "/lib/lib" + LibUtils.createPlatformLibraryName("JCudaDriver-12.6.0") + ".so";

    private NativeLibrary() {}

    static boolean isInThisBuild() {
        return NativeLibrary.class.getResource(RESOURCE) != null;
    }

    /**
     * @param folder must be our own: whoever can write it can run code in this process
     * @throws LinkageError if the driver's library is not there
     */
    static synchronized void load(Path folder) {
        String before = System.getProperty(TEMPORARY_FOLDER);
        Path unpacked = temporaryFolderIn(folder);
        // JCuda unpacks to a fixed name in the folder for temporary files, which anybody can write.
        System.setProperty(TEMPORARY_FOLDER, unpacked.toString());
        try {
            Class.forName(DRIVER_CALLS);
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(e.getMessage());
        } finally {
            System.setProperty(TEMPORARY_FOLDER, before);
            // A library that is loaded needs its file no more.
            delete(unpacked);
        }
    }

    private static Path temporaryFolderIn(Path folder) {
        try {
            return Files.createTempDirectory(Files.createDirectories(folder), "jcuda");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.warn("cannot delete {}: {}", folder, e.toString());
        }
    }
}

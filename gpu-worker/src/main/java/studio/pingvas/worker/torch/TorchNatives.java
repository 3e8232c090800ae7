package studio.pingvas.worker.torch;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_full;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Unpacks and loads the native libraries, once in a process. */
final class TorchNatives {
    private static final ThreadLocal<Integer> THREADS_IN_USE = new ThreadLocal<>();
    private static boolean loaded;

    private TorchNatives() {}

    /**
     * @param cache folder for the unpacked libraries; must be our own, whoever can write it can run
     *     code in this process
     */
    static synchronized void load(Path cache) {
        if (loaded) {
            return;
        }
        prepare(cache);
        unpackAndLoad(cache);
        loaded = true;
    }

    /**
     * One process at a time: JavaCPP loads what another one has only begun to unpack, and the
     * process dies of it. Of a cache that cannot be written everything is unpacked.
     */
    private static void unpackAndLoad(Path cache) {
        try {
            Files.createDirectories(cache);
            if (!Files.isWritable(cache)) {
                Loader.load(torch.class);
                return;
            }
            try (FileChannel turn =
                    FileChannel.open(cache.resolve("loading.lock"), CREATE, WRITE)) {
                turn.lock();
                Loader.load(torch.class);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Native libraries cannot be kept in " + cache, e);
        }
    }

    /**
     * Takes libtorch as it was built for GPUs, if it is the first to be loaded.
     *
     * @return whether a GPU can be used
     */
    static synchronized boolean loadForGpu(Path cache) {
        if (!loaded) {
            System.setProperty("org.bytedeco.javacpp.platform.extension", "-gpu");
            prepare(cache);
            // They were read before, to look for CUDA's libraries.
            Loader.loadProperties(true);
        }
        load(cache);
        return torch.cuda_is_available();
    }

    /** Settings that JavaCPP reads once, before its first library. */
    static void prepare(Path cache) {
        System.setProperty("org.bytedeco.javacpp.cachedir", cache.toAbsolutePath().toString());
        // JavaCPP counts torch's memory against a multiple of -Xmx; a model may be larger.
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
    }

    /** For the calling thread: OpenMP keeps this number for each thread. */
    static void useThreads(int threads) {
        if (!Integer.valueOf(threads).equals(THREADS_IN_USE.get())) {
            TorchCall.run(() -> setThreads(threads));
        }
    }

    private static Void setThreads(int threads) {
        torch.set_num_threads(threads);
        // torch's own number does not limit the pool of its OpenBLAS, which then fights for the
        // cores with every other thread: five to eight times the processor time.
        openblas_nolapack.blas_set_num_threads(threads);
        openblas_full.openblas_set_num_threads(threads);
        THREADS_IN_USE.set(threads);
        return null;
    }
}

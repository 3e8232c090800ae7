package studio.pingvas.worker.torch;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/**
 * NVIDIA's libraries that libtorch needs on a GPU. They come with the machine, not with us: from
 * where the system finds libraries, or from CUDA's usual folder.
 */
final class CudaLibraries {
    private static final Path USUAL_FOLDER = Path.of("/usr/local/cuda/lib64");
    // What another one needs stands before it.
    private static final List<String> NEEDED =
            List.of(
                    "libcudart.so.13",
                    "libcublasLt.so.13",
                    "libcublas.so.13",
                    "libcusparse.so.12",
                    "libcusolver.so.12",
                    "libcusolverMg.so.12",
                    "libcufft.so.12",
                    "libcurand.so.10",
                    "libcudnn.so.9",
                    "libcufile.so.0",
                    "libnccl.so.2",
                    "libcupti.so.13");

    private CudaLibraries() {}

    /** Tries to load each. A class that failed to load with its library would fail for ever. */
    static List<String> missing(Path nativeCache) {
        TorchNatives.prepare(nativeCache);
        Loader.load(Pointer.class);
        return NEEDED.stream().filter(library -> !isThere(library)).toList();
    }

    private static boolean isThere(String library) {
        return loads(library) || loads(USUAL_FOLDER.resolve(library).toString());
    }

    private static boolean loads(String library) {
        try {
            Loader.loadGlobal(library);
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }
}

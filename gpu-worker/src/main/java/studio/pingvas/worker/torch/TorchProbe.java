package studio.pingvas.worker.torch;

import java.nio.file.Path;
import java.util.List;
import studio.pingvas.worker.life.CudaProbe;

/**
 * Whether libtorch can work on the GPU that the driver offers. Where it cannot, nothing is loaded
 * that would be in the way of the processor.
 */
public final class TorchProbe implements CudaProbe {
    private final CudaProbe driver;
    private final Path nativeCache;

    public TorchProbe(CudaProbe driver, Path nativeCache) {
        this.driver = driver;
        this.nativeCache = nativeCache;
    }

    @Override
    public Finding look() {
        Finding found = driver.look();
        if (!found.usable()) {
            return found;
        }
        List<String> missing = CudaLibraries.missing(nativeCache);
        if (!missing.isEmpty()) {
            return Finding.missing(Finding.NO_LIBRARIES + ": " + String.join(", ", missing));
        }
        if (!TorchNatives.loadForGpu(nativeCache)) {
            return Finding.missing(Finding.NO_LIBRARIES + ": libtorch finds no GPU");
        }
        return found;
    }
}

package studio.pingvas.worker.cuda;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import studio.pingvas.worker.life.CudaProbe;

/**
 * Kernels and memory on the GPU of this machine, for tests that are skipped where there is none.
 */
final class RealGpu {
    private static final Path CACHE = Path.of(System.getProperty("studio.test.native.cache"));
    private static final long DEFAULT_STREAM = 0;

    private static RealGpu opened;

    final DriverMemory memory;
    final CudaTensorOps ops;

    private RealGpu(GpuContext context) {
        memory = new DriverMemory(context, DEFAULT_STREAM);
        ops = new CudaTensorOps(context, memory);
    }

    /** For each test: one that is never begun is not counted as skipped. */
    static synchronized RealGpu get() {
        if (opened == null) {
            CudaProbe.Finding found = new DriverProbe(CACHE).look();
            Assumptions.assumeTrue(found.usable(), found.explanation());
            opened = new RealGpu(new GpuContext(CACHE));
        }
        return opened;
    }
}

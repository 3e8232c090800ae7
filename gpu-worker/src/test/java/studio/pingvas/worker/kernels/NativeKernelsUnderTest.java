package studio.pingvas.worker.kernels;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import studio.pingvas.worker.tensor.TensorOps;

/** The checked-in kernels. A processor without AVX2 skips what needs them; nothing else does. */
final class NativeKernelsUnderTest {
    static final Path CACHE = Path.of(System.getProperty("studio.test.native.cache"));

    private NativeKernelsUnderTest() {}

    static TensorOps ops() {
        Processor processor = Processor.ofThisMachine();
        try {
            processor.requireX8664v3();
        } catch (NoNativeKernelsException e) {
            return abort(e.getMessage());
        }
        return Loaded.OPS;
    }

    private static final class Loaded {
        static final TensorOps OPS = CpuTensorOps.best(CACHE);
    }
}

package studio.pingvas.worker.kernels;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.tensor.TensorOps;

/** Chooses the operations for tensors in host memory. All give the same bits. */
public final class CpuTensorOps {
    private static final Logger LOG = LoggerFactory.getLogger(CpuTensorOps.class);

    private CpuTensorOps() {}

    /**
     * The native ones where they can run, else those in plain Java.
     *
     * @param nativeCache folder to unpack into; must be our own
     */
    public static TensorOps best(Path nativeCache) {
        return best(nativeCache, Processor.ofThisMachine());
    }

    static TensorOps best(Path nativeCache, Processor processor) {
        try {
            TensorOps ops = new NativeTensorOps(NativeLibrary.load(nativeCache, processor));
            LOG.info("kernels chosen kernels={}", ops.name());
            return ops;
        } catch (NoNativeKernelsException e) {
            TensorOps ops = new ReferenceTensorOps();
            LOG.info("kernels chosen kernels={} reason=\"{}\"", ops.name(), e.getMessage());
            return ops;
        }
    }
}

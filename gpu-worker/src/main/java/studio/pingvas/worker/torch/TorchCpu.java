package studio.pingvas.worker.torch;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/** libtorch on the processor. The number of threads is fixed: sums depend on how they are cut. */
public final class TorchCpu implements Device {
    private final TensorOps ops;
    private final int threads;
    private final AtomicInteger liveTensors = new AtomicInteger();

    public TorchCpu(Path nativeCache, int threads, TensorOps ops) {
        this.ops = ops;
        this.threads = threads;
        TorchNatives.load(nativeCache);
    }

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public TensorScope openScope() {
        return new TorchScope(liveTensors);
    }

    @Override
    public TensorOps ops() {
        return ops;
    }

    @Override
    public Network load(Path file) {
        TorchNatives.useThreads(threads);
        return TorchModule.load(file, threads, liveTensors);
    }

    /** Nothing is kept: the C library's allocator gives large blocks back at once. */
    @Override
    public void releaseUnusedMemory() {}

    /** Tensors that no scope has freed yet. */
    public int liveTensors() {
        return liveTensors.get();
    }
}

package studio.pingvas.worker.torch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.MemoryUse;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/** libtorch on the processor. The number of threads is fixed: sums depend on how they are cut. */
public final class TorchCpu implements Device {
    private static final OperatingSystemMXBean HOST =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final TensorOps ops;
    private final TorchPlace place;

    public TorchCpu(Path nativeCache, int threads, TensorOps ops) {
        this.ops = ops;
        this.place = TorchPlace.cpu(threads);
        TorchNatives.load(nativeCache);
    }

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public TensorScope openScope() {
        return new TorchScope(place);
    }

    @Override
    public TensorOps ops() {
        return ops;
    }

    @Override
    public Network load(Path file) {
        return TorchModule.load(file, place);
    }

    @Override
    public MemoryUse memoryUse() {
        return place.count().use(HOST.getFreeMemorySize(), HOST.getTotalMemorySize());
    }

    /** Nothing is kept: the C library's allocator gives large blocks back at once. */
    @Override
    public void releaseUnusedMemory() {}

    /** Tensors that no scope has freed yet. */
    public int liveTensors() {
        return memoryUse().liveTensors();
    }
}

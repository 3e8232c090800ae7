package studio.pingvas.worker.torch;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Where libtorch keeps tensors and computes, and what it must be told on each thread for it. */
final class TorchPlace {
    private final DeviceType type;
    private final Runnable thread;
    private final TensorCount count = new TensorCount();

    /**
     * @param thread prepares the calling thread; is called often
     */
    TorchPlace(DeviceType type, Runnable thread) {
        this.type = type;
        this.thread = thread;
    }

    static TorchPlace cpu(int threads) {
        return new TorchPlace(DeviceType.CPU, () -> TorchNatives.useThreads(threads));
    }

    boolean isCpu() {
        return type == DeviceType.CPU;
    }

    void prepareThread() {
        thread.run();
    }

    TensorCount count() {
        return count;
    }

    /** Inside a {@link TorchCall}. */
    Device device() {
        return new Device(type, (byte) (isCpu() ? -1 : 0));
    }

    /** Inside a {@link TorchCall}. */
    TensorOptions options(ScalarType type) {
        return new TensorOptions()
                .dtype(new ScalarTypeOptional(type))
                .device(new DeviceOptional(device()));
    }
}

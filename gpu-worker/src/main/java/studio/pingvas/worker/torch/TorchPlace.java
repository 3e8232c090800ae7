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
    private final boolean widens;
    private final Runnable thread;
    private final TensorCount count = new TensorCount();

    /**
     * @param widens whether networks compute in 32 bits whatever they were stored in
     * @param thread prepares the calling thread; is called often
     */
    TorchPlace(DeviceType type, boolean widens, Runnable thread) {
        this.type = type;
        this.widens = widens;
        this.thread = thread;
    }

    static TorchPlace cpu(int threads) {
        // Half precision on a processor is emulated: a hundred times slower.
        return new TorchPlace(DeviceType.CPU, true, () -> TorchNatives.useThreads(threads));
    }

    boolean widens() {
        return widens;
    }

    void prepareThread() {
        thread.run();
    }

    TensorCount count() {
        return count;
    }

    /** Inside a {@link TorchCall}. */
    Device device() {
        return new Device(type, (byte) (type == DeviceType.CPU ? -1 : 0));
    }

    /** Inside a {@link TorchCall}. */
    TensorOptions options(ScalarType type) {
        return new TensorOptions()
                .dtype(new ScalarTypeOptional(type))
                .device(new DeviceOptional(device()));
    }
}

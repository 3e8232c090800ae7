package studio.pingvas.worker.tensor;

import java.nio.file.Path;

/** A device that is another one, but for what a subclass says. */
public abstract class DelegatingDevice implements Device {
    private final Device device;

    protected DelegatingDevice(Device device) {
        this.device = device;
    }

    @Override
    public String name() {
        return device.name();
    }

    @Override
    public TensorScope openScope() {
        return device.openScope();
    }

    @Override
    public TensorOps ops() {
        return device.ops();
    }

    @Override
    public Network load(Path file) {
        return device.load(file);
    }

    @Override
    public MemoryUse memoryUse() {
        return device.memoryUse();
    }

    @Override
    public void releaseUnusedMemory() {
        device.releaseUnusedMemory();
    }
}

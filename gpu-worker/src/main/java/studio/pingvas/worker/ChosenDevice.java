package studio.pingvas.worker;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.worker.cuda.DriverProbe;
import studio.pingvas.worker.kernels.CpuTensorOps;
import studio.pingvas.worker.life.DeviceDetection;
import studio.pingvas.worker.life.DeviceWish;
import studio.pingvas.worker.life.HostMemory;
import studio.pingvas.worker.life.MeasuredTensorOps;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.DeviceChoice;
import studio.pingvas.worker.tensor.MemoryUse;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.torch.TorchCpu;
import studio.pingvas.worker.torch.TorchCuda;
import studio.pingvas.worker.torch.TorchProbe;

/** The device that a worker works on, from the choice to the libraries. */
final class ChosenDevice {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenDevice.class);

    private final DeviceChoice choice;
    private final Device device;

    private ChosenDevice(DeviceChoice choice, Device device) {
        this.choice = choice;
        // Null where no engine asks for it.
        this.device = device;
    }

    static ChosenDevice open(WorkerSettings settings, WorkerMetrics metrics) {
        DeviceChoice choice = choose(settings);
        LOG.info(
                "device chosen device={} reason=\"{}\" description=\"{}\" megabytes={}",
                choice.device(),
                choice.reason(),
                choice.description(),
                choice.memoryBytes() >> 20);
        boolean wanted = settings.life().device() != DeviceWish.NONE;
        return new ChosenDevice(choice, wanted ? device(choice, settings, metrics) : null);
    }

    DeviceChoice choice() {
        return choice;
    }

    Device device() {
        return device;
    }

    boolean isGpu() {
        return isGpu(choice);
    }

    /** On a processor, what this process takes of the memory that it shares with everything. */
    LongSupplier usedBytes() {
        return isGpu()
                ? () -> {
                    MemoryUse use = device.memoryUse();
                    return use.totalBytes() - use.freeBytes();
                }
                : HostMemory::residentBytes;
    }

    static Device processor(WorkerSettings settings, WorkerMetrics metrics) {
        Path cache = settings.nativeCache();
        TensorOps ops = MeasuredTensorOps.around(CpuTensorOps.best(cache), metrics);
        return new TorchCpu(cache, settings.threads(), ops);
    }

    private static DeviceChoice choose(WorkerSettings settings) {
        Path cache = settings.nativeCache();
        TorchProbe probe = new TorchProbe(new DriverProbe(cache), cache);
        return new DeviceDetection(probe, settings.threads()).choose(settings.life().device());
    }

    /** Kernels on a GPU are not timed: they run on while the thread that sent them goes on. */
    private static Device device(
            DeviceChoice choice, WorkerSettings settings, WorkerMetrics metrics) {
        return isGpu(choice)
                ? new TorchCuda(settings.nativeCache(), settings.threads())
                : processor(settings, metrics);
    }

    private static boolean isGpu(DeviceChoice choice) {
        return choice.device().equals(DeviceChoice.CUDA);
    }
}

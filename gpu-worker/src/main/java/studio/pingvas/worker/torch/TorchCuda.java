package studio.pingvas.worker.torch;

import java.nio.file.Path;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch_cuda;
import studio.pingvas.worker.cuda.CudaTensorOps;
import studio.pingvas.worker.cuda.GpuContext;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.DeviceChoice;
import studio.pingvas.worker.tensor.MemoryUse;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * libtorch on the first GPU, and our kernels beside it: in the same context, on its memory, in its
 * stream. Only for a process in which {@link TorchProbe} found one.
 */
public final class TorchCuda implements Device, AutoCloseable {
    private final TorchPlace place;
    private final GpuContext context;
    private final CudaTensorOps ops;

    /**
     * @param threads for what a network computes on the processor nevertheless
     */
    public TorchCuda(Path nativeCache, int threads) {
        TorchNatives.loadForGpu(nativeCache);
        context = new GpuContext(nativeCache);
        place =
                new TorchPlace(
                        DeviceType.CUDA,
                        false,
                        () -> {
                            context.enter();
                            TorchNatives.useThreads(threads);
                        });
        ops = new CudaTensorOps(context, new TorchDeviceSpace(place));
    }

    @Override
    public String name() {
        return DeviceChoice.CUDA;
    }

    @Override
    public TensorScope openScope() {
        place.prepareThread();
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

    /** What libtorch keeps for later counts as taken. */
    @Override
    public MemoryUse memoryUse() {
        return place.count().use(context.freeBytes(), context.totalBytes());
    }

    @Override
    public void releaseUnusedMemory() {
        ops.releaseTables();
        TorchCall.run(
                () -> {
                    torch_cuda.getAllocator().emptyCache();
                    return null;
                });
    }

    @Override
    public void close() {
        ops.close();
        context.close();
    }
}

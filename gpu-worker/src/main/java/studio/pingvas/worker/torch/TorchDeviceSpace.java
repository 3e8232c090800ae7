package studio.pingvas.worker.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.global.torch_cuda;
import studio.pingvas.worker.cuda.DeviceSpace;

/**
 * libtorch's memory for our kernels. Its allocator keeps freed blocks for the stream they were used
 * in, so a block may be freed while a kernel in that stream still works on it.
 */
final class TorchDeviceSpace implements DeviceSpace {
    private final TorchPlace place;

    TorchDeviceSpace(TorchPlace place) {
        this.place = place;
    }

    @Override
    public Block allocate(long bytes) {
        place.prepareThread();
        try {
            return TorchCall.run(() -> new Bytes(bytes(bytes)));
        } catch (RuntimeException e) {
            throw TorchErrors.translate("No room for " + bytes + " bytes", e);
        }
    }

    @Override
    public long stream() {
        return TorchCall.run(() -> torch_cuda.getCurrentCUDAStream().stream().address());
    }

    private Tensor bytes(long count) {
        return torch.empty(new long[] {count}, place.options(ScalarType.Byte), null)
                .retainReference();
    }

    private record Bytes(Tensor tensor, long address) implements Block {
        Bytes(Tensor tensor) {
            this(tensor, tensor.data_ptr().address());
        }

        @Override
        public void close() {
            tensor.releaseReference();
        }
    }
}

package studio.pingvas.worker.torch;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.global.torch.ScalarType;
import studio.pingvas.worker.tensor.DeviceTensor;
import studio.pingvas.worker.tensor.Shape;

/** A contiguous torch tensor, in host memory or on a GPU. */
final class TorchTensor implements DeviceTensor {
    private final Shape shape;
    private final long bytes;
    private org.bytedeco.pytorch.Tensor tensor;

    /**
     * @param bytes of its own, none for a view
     */
    TorchTensor(org.bytedeco.pytorch.Tensor tensor, Shape shape, long bytes) {
        this.tensor = tensor;
        this.shape = shape;
        this.bytes = bytes;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public FloatBuffer floats() {
        org.bytedeco.pytorch.Tensor open = handleOfFloats();
        if (!open.is_cpu()) {
            throw new IllegalStateException(
                    "These numbers are on the GPU; toArray() copies them to the host.");
        }
        return TorchCall.run(
                () -> new FloatPointer(open.data_ptr()).capacity(shape.elements()).asBuffer());
    }

    @Override
    public float[] toArray() {
        org.bytedeco.pytorch.Tensor open = handleOfFloats();
        float[] numbers = new float[shape.elements()];
        return TorchCall.run(
                () -> {
                    new FloatPointer(open.cpu().data_ptr()).get(numbers);
                    return numbers;
                });
    }

    @Override
    public boolean isFinite() {
        org.bytedeco.pytorch.Tensor open = handleOfFloats();
        return TorchCall.run(() -> TorchWeights.isFinite(open));
    }

    @Override
    public long address() {
        org.bytedeco.pytorch.Tensor open = handleOfFloats();
        if (!open.is_cuda()) {
            throw new IllegalStateException("These numbers are in host memory.");
        }
        return TorchCall.run(() -> open.data_ptr().address());
    }

    long bytes() {
        return bytes;
    }

    org.bytedeco.pytorch.Tensor handle() {
        if (tensor == null) {
            throw new IllegalStateException("The scope of this tensor is closed.");
        }
        return tensor;
    }

    private org.bytedeco.pytorch.Tensor handleOfFloats() {
        org.bytedeco.pytorch.Tensor open = handle();
        if (open.scalar_type().intern() != ScalarType.Float) {
            throw new IllegalStateException("Not a tensor of floats.");
        }
        return open;
    }

    void free() {
        tensor.releaseReference();
        tensor = null;
    }
}

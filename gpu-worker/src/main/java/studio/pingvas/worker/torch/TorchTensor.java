package studio.pingvas.worker.torch;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.global.torch.ScalarType;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;

/** A contiguous torch tensor in host memory. */
final class TorchTensor implements Tensor {
    private final Shape shape;
    private org.bytedeco.pytorch.Tensor tensor;

    TorchTensor(org.bytedeco.pytorch.Tensor tensor, Shape shape) {
        this.tensor = tensor;
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public FloatBuffer floats() {
        org.bytedeco.pytorch.Tensor open = handle();
        if (open.scalar_type().intern() != ScalarType.Float) {
            throw new IllegalStateException("Not a tensor of floats.");
        }
        return TorchCall.run(
                () -> new FloatPointer(open.data_ptr()).capacity(shape.elements()).asBuffer());
    }

    org.bytedeco.pytorch.Tensor handle() {
        if (tensor == null) {
            throw new IllegalStateException("The scope of this tensor is closed.");
        }
        return tensor;
    }

    void free() {
        tensor.releaseReference();
        tensor = null;
    }
}

package studio.pingvas.worker.torch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** Owns torch tensors; JavaCPP's own scopes hold only what dies within one call. */
final class TorchScope implements TensorScope {
    private final TorchPlace place;
    private final Deque<TorchTensor> owned = new ArrayDeque<>();

    TorchScope(TorchPlace place) {
        this.place = place;
    }

    @Override
    public Tensor floats(Shape shape) {
        return TorchCall.run(() -> own(empty(shape, ScalarType.Float), shape));
    }

    @Override
    public Tensor row(Tensor tensor, int row) {
        org.bytedeco.pytorch.Tensor whole = ((TorchTensor) tensor).handle();
        return TorchCall.run(() -> view(whole.narrow(0, row, 1), tensor.shape().withBatch(1)));
    }

    @Override
    public Tensor longs(Shape shape, long[] values) {
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException(values.length + " values for " + shape);
        }
        return TorchCall.run(
                () -> {
                    org.bytedeco.pytorch.Tensor host = onHost(shape, ScalarType.Long);
                    new LongPointer(host.data_ptr()).put(values);
                    return own(moved(host), shape);
                });
    }

    @Override
    public Tensor floats(Shape shape, float[] values) {
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException(values.length + " values for " + shape);
        }
        return TorchCall.run(
                () -> {
                    org.bytedeco.pytorch.Tensor host = onHost(shape, ScalarType.Float);
                    new FloatPointer(host.data_ptr()).put(values);
                    return own(moved(host), shape);
                });
    }

    /** Takes a tensor over from the JavaCPP scope it was made in. */
    TorchTensor own(org.bytedeco.pytorch.Tensor tensor, Shape shape) {
        return own(new TorchTensor(tensor.retainReference(), shape, tensor.nbytes()));
    }

    private TorchTensor view(org.bytedeco.pytorch.Tensor tensor, Shape shape) {
        return own(new TorchTensor(tensor.retainReference(), shape, 0));
    }

    private TorchTensor own(TorchTensor result) {
        owned.push(result);
        place.count().made(result.bytes());
        return result;
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            TorchTensor leaving = owned.pop();
            leaving.free();
            place.count().freed(leaving.bytes());
        }
    }

    private org.bytedeco.pytorch.Tensor empty(Shape shape, ScalarType type) {
        return allocate(shape, place.options(type));
    }

    private static org.bytedeco.pytorch.Tensor onHost(Shape shape, ScalarType type) {
        TensorOptions options = new TensorOptions().dtype(new ScalarTypeOptional(type));
        return allocate(shape, options);
    }

    /** The tensor itself where host memory is where it belongs. */
    private org.bytedeco.pytorch.Tensor moved(org.bytedeco.pytorch.Tensor host) {
        try {
            return host.to(place.device(), host.scalar_type());
        } catch (RuntimeException e) {
            throw TorchErrors.translate("No tensor on the device", e);
        }
    }

    private static org.bytedeco.pytorch.Tensor allocate(Shape shape, TensorOptions options) {
        try {
            return torch.empty(sizesOf(shape), options, null);
        } catch (RuntimeException e) {
            throw TorchErrors.translate("No tensor of " + shape, e);
        }
    }

    private static long[] sizesOf(Shape shape) {
        return shape.dimensions().stream().mapToLong(Integer::longValue).toArray();
    }
}

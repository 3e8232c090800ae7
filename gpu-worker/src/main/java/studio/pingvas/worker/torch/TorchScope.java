package studio.pingvas.worker.torch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final AtomicInteger liveTensors;
    private final Deque<TorchTensor> owned = new ArrayDeque<>();

    TorchScope(AtomicInteger liveTensors) {
        this.liveTensors = liveTensors;
    }

    @Override
    public Tensor floats(Shape shape) {
        return TorchCall.run(() -> own(empty(shape, ScalarType.Float), shape));
    }

    @Override
    public Tensor row(Tensor tensor, int row) {
        org.bytedeco.pytorch.Tensor whole = ((TorchTensor) tensor).handle();
        return TorchCall.run(() -> own(whole.narrow(0, row, 1), tensor.shape().withBatch(1)));
    }

    @Override
    public Tensor longs(Shape shape, long[] values) {
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException(values.length + " values for " + shape);
        }
        return TorchCall.run(
                () -> {
                    org.bytedeco.pytorch.Tensor tensor = empty(shape, ScalarType.Long);
                    new LongPointer(tensor.data_ptr()).put(values);
                    return own(tensor, shape);
                });
    }

    /** Takes a tensor over from the JavaCPP scope it was made in. */
    TorchTensor own(org.bytedeco.pytorch.Tensor tensor, Shape shape) {
        tensor.retainReference();
        TorchTensor result = new TorchTensor(tensor, shape);
        owned.push(result);
        liveTensors.incrementAndGet();
        return result;
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            owned.pop().free();
            liveTensors.decrementAndGet();
        }
    }

    private static org.bytedeco.pytorch.Tensor empty(Shape shape, ScalarType type) {
        TensorOptions options = new TensorOptions().dtype(new ScalarTypeOptional(type));
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

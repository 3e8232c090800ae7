package studio.pingvas.worker.torch;

import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import studio.pingvas.worker.tensor.DeviceLostException;
import studio.pingvas.worker.tensor.Factor;
import studio.pingvas.worker.tensor.WeightChange;
import studio.pingvas.worker.tensor.WeightDelta;
import studio.pingvas.worker.tensor.WeightOverflowException;

/**
 * Changed weights and their copies from before. To subtract again what was added would not give the
 * same bits; the copies do.
 */
final class TorchWeightChange implements WeightChange {
    private final TorchScope copies;
    private final Runnable whenClosed;
    private final Deque<Saved> saved = new ArrayDeque<>();

    /**
     * @param copies closed with this
     */
    TorchWeightChange(TorchScope copies, Runnable whenClosed) {
        this.copies = copies;
        this.whenClosed = whenClosed;
    }

    /** All sums are taken in 32-bit floats and rounded once, to what the weight is stored in. */
    void add(String name, Tensor weight, WeightDelta delta) {
        TorchCall.run(
                () -> {
                    Tensor changed = sum(weight, delta).to(weight.scalar_type());
                    if (!TorchWeights.isFinite(changed)) {
                        throw new WeightOverflowException(name);
                    }
                    save(weight);
                    return weight.copy_(changed.view_as(weight));
                });
    }

    @Override
    public void close() {
        RuntimeException failed = null;
        // Last first: two names may stand for one weight.
        while (!saved.isEmpty()) {
            try {
                saved.pop().restore();
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        copies.close();
        whenClosed.run();
        if (failed != null) {
            // The model would paint something else for good: a new process loads it again.
            throw new DeviceLostException("Changed weights cannot be put back", failed);
        }
    }

    private void save(Tensor weight) {
        Tensor copy = weight.clone();
        TorchTensor owned = copies.own(copy, TorchShapes.of(copy));
        saved.push(new Saved(weight.retainReference(), owned));
    }

    private static Tensor sum(Tensor weight, WeightDelta delta) {
        Tensor sum = null;
        for (WeightDelta.Product product : delta.products()) {
            if ((long) product.outputs() * product.inputs() != weight.numel()) {
                throw new IllegalArgumentException(
                        product.down().shape() + " does not fit " + TorchShapes.of(weight));
            }
            Tensor matrix = sum == null ? floatCopy(weight).reshape(product.outputs(), -1) : sum;
            Tensor up = matrix(product.up(), product.outputs(), product.rank(), weight);
            Tensor down = matrix(product.down(), product.rank(), product.inputs(), weight);
            sum = matrix.addmm_(up, down, new Scalar(1f), new Scalar(product.scale()));
        }
        return sum == null ? weight : sum;
    }

    private static Tensor floatCopy(Tensor weight) {
        return weight.to(
                ScalarType.Float, false, true, new MemoryFormatOptional(MemoryFormat.Contiguous));
    }

    /** Read in host memory, moved to where the weight is. */
    private static Tensor matrix(Factor factor, int rows, int columns, Tensor weight) {
        TensorOptions options = new TensorOptions().dtype(new ScalarTypeOptional(ScalarType.Float));
        Tensor host = torch.empty(new long[] {rows, columns}, options, null);
        FloatBuffer numbers =
                new FloatPointer(host.data_ptr()).capacity(factor.shape().elements()).asBuffer();
        factor.readInto(numbers);
        return host.to(weight.device(), ScalarType.Float);
    }

    private record Saved(Tensor weight, TorchTensor copy) {
        void restore() {
            try {
                TorchCall.run(() -> weight.copy_(copy.handle()));
            } finally {
                weight.releaseReference();
            }
        }
    }
}

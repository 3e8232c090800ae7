package studio.pingvas.worker.torch;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.buffer_iterator;
import org.bytedeco.pytorch.buffer_list;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.parameter_iterator;
import org.bytedeco.pytorch.parameter_list;
import studio.pingvas.worker.tensor.NetworkException;

/** How much memory the weights of a module take, and in what they are stored. */
final class TorchWeights {
    private TorchWeights() {}

    static long bytesOf(JitModule module) {
        AtomicLong bytes = new AtomicLong();
        forEach(module, weight -> bytes.addAndGet(weight.nbytes()));
        return bytes.get();
    }

    /** What a network computes in takes its inputs in, too. A frozen module does not tell. */
    static ScalarType typeOf(JitModule module) {
        return TorchParameters.of(module).values().stream()
                .filter(Tensor::is_floating_point)
                .map(weight -> weight.scalar_type().intern())
                .findFirst()
                .orElse(ScalarType.Float);
    }

    /**
     * Buffers may hold infinities for a reason: masks do.
     *
     * @throws NetworkException if a parameter holds an infinity or NaN
     */
    static void requireFinite(JitModule module) {
        TorchParameters.of(module)
                .forEach(
                        (name, weight) -> {
                            if (weight.is_floating_point() && !isFinite(weight)) {
                                throw new NetworkException(name + " produces no numbers", null);
                            }
                        });
    }

    /** By its extremes: both are NaN if anything is, and no copy is made. */
    static boolean isFinite(Tensor tensor) {
        if (tensor.numel() == 0) {
            return true;
        }
        T_TensorTensor_T extremes = tensor.aminmax();
        return Double.isFinite(extremes.get0().item_double())
                && Double.isFinite(extremes.get1().item_double());
    }

    /**
     * Everything that is stored as a fraction to 32 bits. Unlike libtorch's own conversion it
     * leaves whole numbers alone: positions of tokens are buffers, and index a table.
     */
    static void widen(JitModule module) {
        forEach(
                module,
                weight -> {
                    if (weight.is_floating_point()) {
                        weight.set_data(weight.to(ScalarType.Float));
                    }
                });
    }

    private static void forEach(JitModule module, Consumer<Tensor> action) {
        parameter_list parameters = module.parameters(true);
        parameter_iterator lastParameter = parameters.end();
        for (parameter_iterator each = parameters.begin();
                each.notEquals(lastParameter);
                each.increment()) {
            action.accept(each.access());
        }
        buffer_list buffers = module.buffers(true);
        buffer_iterator lastBuffer = buffers.end();
        for (buffer_iterator each = buffers.begin(); each.notEquals(lastBuffer); each.increment()) {
            action.accept(each.access());
        }
    }
}

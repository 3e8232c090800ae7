package studio.pingvas.worker.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.TupleElements;
import org.bytedeco.pytorch.global.torch.ScalarType;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.Tensor;

/** What a TorchScript module returns: one tensor, or a tuple of them. */
final class TorchOutputs {
    private TorchOutputs() {}

    static List<Tensor> of(IValue output, int count, TorchScope scope) {
        List<org.bytedeco.pytorch.Tensor> given = tensorsIn(output);
        if (given.size() != count) {
            throw new NetworkException(
                    "A network gives " + given.size() + " tensors, not " + count, null);
        }
        List<Tensor> owned = new ArrayList<>();
        for (org.bytedeco.pytorch.Tensor tensor : given) {
            org.bytedeco.pytorch.Tensor floats = tensor.to(ScalarType.Float).contiguous();
            owned.add(scope.own(floats, TorchShapes.of(floats)));
        }
        return owned;
    }

    private static List<org.bytedeco.pytorch.Tensor> tensorsIn(IValue output) {
        if (!output.isTuple()) {
            return List.of(output.toTensor());
        }
        TupleElements elements = output.toTupleRef().elements();
        List<org.bytedeco.pytorch.Tensor> tensors = new ArrayList<>();
        for (long index = 0; index < elements.size(); index++) {
            tensors.add(elements.get(index).toTensor());
        }
        return tensors;
    }
}

package studio.pingvas.worker.torch;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import studio.pingvas.worker.tensor.Shape;

/** torch's sizes as ours. */
final class TorchShapes {
    private TorchShapes() {}

    static Shape of(Tensor tensor) {
        return Shape.of(Arrays.stream(tensor.shape()).mapToInt(Math::toIntExact).toArray());
    }
}

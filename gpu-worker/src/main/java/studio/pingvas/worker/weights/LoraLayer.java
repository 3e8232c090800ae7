package studio.pingvas.worker.weights;

import java.util.List;
import studio.pingvas.worker.tensor.Shape;

/**
 * What a file adds to one layer: {@code scale x up x down}.
 *
 * @param up [outputs, rank], for a convolution with sizes of 1 after it
 * @param down [rank, inputs], for a convolution with its kernel after it
 * @param scale alpha / rank
 */
record LoraLayer(LayerName name, StoredTensor up, StoredTensor down, float scale) {
    /**
     * The weights have the same outputs together, and each the same inputs and kernel; sizes of 1
     * at its end are none.
     */
    boolean fits(List<Shape> weights) {
        int outputs = weights.stream().mapToInt(weight -> weight.dimension(0)).sum();
        return outputs == up.shape().dimension(0) && weights.stream().allMatch(this::hasSameInputs);
    }

    private boolean hasSameInputs(Shape weight) {
        return weight.rank() >= 2 && inputsOf(weight).equals(inputsOf(down.shape()));
    }

    private static List<Integer> inputsOf(Shape shape) {
        int end = shape.rank();
        while (end > 2 && shape.dimension(end - 1) == 1) {
            end--;
        }
        return shape.dimensions().subList(1, end);
    }
}

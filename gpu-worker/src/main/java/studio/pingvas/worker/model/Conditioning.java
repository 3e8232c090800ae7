package studio.pingvas.worker.model;

import studio.pingvas.contracts.model.DenoiserInterface;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * What steers a denoiser, one row for each row of latents. What a model does not take is null.
 *
 * @param text vectors of the prompt's tokens [rows, tokens, width]
 * @param pooled one vector for the whole prompt [rows, width]
 * @param size height and width, top and left of the crop, height and width [rows, 6]
 * @param guidance scale that the model was taught to follow [rows]
 * @param tokensCut how many tokens of the prompts found no room in the text encoder
 */
public record Conditioning(
        Tensor text, Tensor pooled, Tensor size, Tensor guidance, int tokensCut) {
    /** One row of it, as a view. */
    public Conditioning row(TensorScope scope, int row) {
        return new Conditioning(
                rowOf(scope, text, row),
                rowOf(scope, pooled, row),
                rowOf(scope, size, row),
                rowOf(scope, guidance, row),
                tokensCut);
    }

    Tensor of(String input) {
        return switch (input) {
            case DenoiserInterface.TEXT -> text;
            case DenoiserInterface.POOLED -> pooled;
            case DenoiserInterface.SIZE -> size;
            case DenoiserInterface.GUIDANCE -> guidance;
            default -> throw new IllegalArgumentException("No conditioning: " + input);
        };
    }

    private static Tensor rowOf(TensorScope scope, Tensor tensor, int row) {
        return tensor == null ? null : scope.row(tensor, row);
    }
}

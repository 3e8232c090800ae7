package studio.pingvas.worker.pipeline;

import java.util.List;
import studio.pingvas.worker.scheduler.GuidedPrediction;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * Classifier-free guidance (Ho and Salimans 2022, arXiv 2207.12598): the network is asked with the
 * prompt and without, and the difference is exaggerated. Both questions go in one batch.
 *
 * @param scale 1 or less means none, and half the work
 */
record ClassifierFreeGuidance(float scale) {
    boolean isActive() {
        return scale > 1;
    }

    int rows() {
        return isActive() ? 2 : 1;
    }

    /** What to encode; the first row is the one with the prompt. */
    List<String> prompts(String prompt, String negativePrompt) {
        return isActive() ? List.of(prompt, negativePrompt) : List.of(prompt);
    }

    /** The latents as the network wants to see them, once for each question. */
    Tensor batchOf(Tensor latents, float inputScale, TensorScope scope, TensorOps ops) {
        if (!isActive() && inputScale == 1) {
            return latents;
        }
        Tensor batch = scope.floats(latents.shape().withBatch(rows()));
        ops.repeat(latents, inputScale, batch);
        return batch;
    }

    Tensor timesteps(float timestep, TensorScope scope, TensorOps ops) {
        Tensor timesteps = scope.floats(Shape.of(rows()));
        ops.fill(timesteps, timestep);
        return timesteps;
    }

    GuidedPrediction guide(Tensor output) {
        return new GuidedPrediction(output, scale);
    }
}

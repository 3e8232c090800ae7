package studio.pingvas.worker.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.worker.model.Conditioning;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.pipeline.MemoryLadder.Rung;
import studio.pingvas.worker.scheduler.GuidedPrediction;
import studio.pingvas.worker.scheduler.Scheduler;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * Classifier-free guidance (Ho and Salimans 2022, arXiv 2207.12598): the network is asked with the
 * prompt and without, and the scheduler's step exaggerates the difference. Both questions go in one
 * batch while memory lasts, then one after the other.
 */
final class GuidedDenoiser {
    private static final Logger LOG = LoggerFactory.getLogger(GuidedDenoiser.class);

    private final TensorOps ops;
    private final DiffusionModel model;
    private final MemoryLadder memory;
    private final float guidance;
    private final int rows;
    private final Conditioning conditioning;

    /**
     * Encodes the prompts.
     *
     * @param scope owns what they become
     */
    GuidedDenoiser(
            Device device,
            DiffusionModel model,
            Painting painting,
            MemoryLadder memory,
            TensorScope scope) {
        this.ops = device.ops();
        this.model = model;
        this.memory = memory;
        this.guidance = (float) painting.guidance();
        List<String> prompts = new ArrayList<>();
        prompts.add(painting.prompt());
        if (guidance > 1 && model.manifest().asksTwice()) {
            prompts.add(painting.negativePrompt());
        }
        this.rows = prompts.size();
        this.conditioning =
                model.condition(
                        scope,
                        prompts,
                        painting.denoisedWidth(),
                        painting.denoisedHeight(),
                        guidance);
        if (conditioning.tokensCut() > 0) {
            LOG.info("prompt is too long, tokens without effect: {}", conditioning.tokensCut());
        }
    }

    /** What the network says of latents of one picture before a step. */
    GuidedPrediction predict(TensorScope scope, Tensor latents, Scheduler scheduler, int step) {
        float timestep = scheduler.timestep(step);
        Tensor output =
                rows == 1
                        ? ask(scope, latents, timestep, conditioning, rows)
                        : memory.attempt(
                                Rung.ROWS_APART,
                                () -> ask(scope, latents, timestep, conditioning, rows),
                                () -> askRowByRow(scope, latents, timestep));
        return new GuidedPrediction(output, guidance);
    }

    private Tensor askRowByRow(TensorScope scope, Tensor latents, float timestep) {
        Tensor output = scope.floats(latents.shape().withBatch(rows));
        for (int row = 0; row < rows; row++) {
            Conditioning question = conditioning.row(scope, row);
            Tensor answer = ask(scope, latents, timestep, question, 1);
            ops.repeat(answer, 1, scope.row(output, row));
        }
        return output;
    }

    private Tensor ask(
            TensorScope scope, Tensor latents, float timestep, Conditioning question, int batch) {
        Tensor timesteps = scope.floats(Shape.of(batch));
        ops.fill(timesteps, timestep);
        Tensor input = latents;
        if (batch > 1) {
            input = scope.floats(latents.shape().withBatch(batch));
            ops.repeat(latents, 1, input);
        }
        return model.denoiser().predict(scope, input, timesteps, question);
    }
}

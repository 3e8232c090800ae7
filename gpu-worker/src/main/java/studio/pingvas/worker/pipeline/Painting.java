package studio.pingvas.worker.pipeline;

import studio.pingvas.contracts.generation.DenoisingSteps;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.scheduler.SchedulerKind;

/**
 * What to paint, checked against the model.
 *
 * @param steps of a whole run, from pure noise
 * @param guidance 1 or less means none
 * @param strength how much of a picture to begin with is given up, above 0 to 1; 1 where there is
 *     none
 */
public record Painting(
        String prompt,
        String negativePrompt,
        PictureSize size,
        int steps,
        double guidance,
        SchedulerKind scheduler,
        double strength) {
    /** Width that is denoised; the rest is enlargement. */
    public int denoisedWidth() {
        return size.width() / size.upscale();
    }

    public int denoisedHeight() {
        return size.height() / size.upscale();
    }

    /** Steps that are really run. */
    public int stepsToRun() {
        return DenoisingSteps.of(steps, strength);
    }

    /** Counted from 0. */
    int firstStep() {
        return steps - stepsToRun();
    }
}

package studio.pingvas.worker.pipeline;

import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.scheduler.SchedulerKind;

/**
 * What to paint, checked against the model.
 *
 * @param guidance 1 or less means none
 */
public record TextToImageRequest(
        String prompt,
        String negativePrompt,
        PictureSize size,
        int steps,
        double guidance,
        SchedulerKind scheduler) {
    /** Width that is denoised; the rest is enlargement. */
    public int denoisedWidth() {
        return size.width() / size.upscale();
    }

    public int denoisedHeight() {
        return size.height() / size.upscale();
    }
}

package studio.pingvas.worker.tensor;

/**
 * One step of a scheduler as a sum. Every scheduler here moves latents x along a line that the
 * network's guided prediction g, an earlier estimate h of the clean picture and fresh noise n span,
 * so one kernel serves all:
 *
 * <pre>
 * clean = cleanLatents * x + cleanPrediction * g
 * x     = latents * x + prediction * g + history * h + noise * n
 * h     = clean
 * </pre>
 *
 * @param guidance scale; not used for a prediction of one row
 * @param latents weight of x
 * @param prediction weight of g
 * @param history weight of h; 0 leaves h unread, so that it may be undefined before the first step
 * @param noise weight of n
 * @param cleanLatents weight of x in the estimate of the clean picture
 * @param cleanPrediction weight of g in it
 */
public record GuidedStep(
        float guidance,
        float latents,
        float prediction,
        float history,
        float noise,
        float cleanLatents,
        float cleanPrediction) {
    /** A step that needs neither memory nor noise: {@code x = latents * x + prediction * g}. */
    public static GuidedStep of(float guidance, float latents, float prediction) {
        return new GuidedStep(guidance, latents, prediction, 0, 0, 0, 0);
    }
}

package studio.pingvas.worker.reference;

import java.nio.FloatBuffer;
import studio.pingvas.worker.tensor.GuidedStep;

/**
 * Classifier-free guidance (Ho and Salimans 2022) and one step of a scheduler, as {@link
 * GuidedStep} says.
 */
final class StepSum {
    private StepSum() {}

    /**
     * @param prediction as many numbers as latents, or twice as many
     * @param history may be null
     * @param noise may be null
     */
    static void apply(
            FloatBuffer latents,
            FloatBuffer prediction,
            GuidedStep step,
            FloatBuffer history,
            FloatBuffer noise) {
        int count = latents.limit();
        boolean twoRows = prediction.limit() == 2 * count;
        for (int i = 0; i < count; i++) {
            float guided = prediction.get(i);
            if (twoRows) {
                float without = prediction.get(count + i);
                guided = Math.fma(step.guidance(), guided - without, without);
            }
            float before = latents.get(i);
            float sum = Math.fma(step.prediction(), guided, step.latents() * before);
            if (history != null && step.history() != 0) {
                sum = Math.fma(step.history(), history.get(i), sum);
            }
            if (noise != null) {
                sum = Math.fma(step.noise(), noise.get(i), sum);
            }
            if (history != null) {
                float estimate = step.cleanLatents() * before;
                history.put(i, Math.fma(step.cleanPrediction(), guided, estimate));
            }
            latents.put(i, sum);
        }
    }
}

package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.Tensor;

/**
 * Euler's method: the noise that the network sees is taken for the noise until the next level,
 *
 * <pre>x' = a' clean + s' (x - a clean) / s</pre>
 *
 * <p>On levels that preserve variance this is DDIM without fresh noise (Song et al. 2020, arXiv
 * 2010.02502, equation 12 with sigma 0) and Euler's step of Karras et al. 2022 (algorithm 1 without
 * the correction) in other units; on the straight path it is x' = x + (s' - s) velocity (Esser et
 * al. 2024). The three differ in the levels they visit only.
 */
final class Euler extends TableScheduler {
    Euler(NoiseTable table) {
        super(table);
    }

    @Override
    public void step(StepTools tools, Tensor latents, GuidedPrediction prediction, int step) {
        double kept = table.noise(step + 1) / table.noise(step);
        double clean = table.signal(step + 1) - kept * table.signal(step);
        tools.ops()
                .guidedStep(
                        latents,
                        prediction.output(),
                        stepOf(prediction, step, kept, clean, 0, 0),
                        null,
                        null);
    }
}

package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.Tensor;

/**
 * Each step goes further than to the next level and adds fresh noise to come back to it: the next
 * latents are drawn as if the picture had been noised step by step (the posterior of Ho et al.
 * 2020, equation 6; DDIM of Song et al. 2020 with eta 1). With q = (s'/a')² / (s/a)²,
 *
 * <pre>x' = (a' / a) q x + a' (1 - q) clean + s' sqrt(1 - q) noise</pre>
 *
 * <p>which in units of noise / signal is the sampler known as "Euler a": sigma down = sigma'² /
 * sigma, sigma up = sqrt(sigma'² - sigma down²). It holds for every path of the form a x + s n.
 */
final class EulerAncestral extends TableScheduler {
    EulerAncestral(NoiseTable table) {
        super(table);
    }

    @Override
    public void step(StepTools tools, Tensor latents, GuidedPrediction prediction, int step) {
        double signal = table.signal(step + 1);
        double noise = table.noise(step + 1);
        double left = Math.pow(table.remaining(step), 2);
        // (a' / a) q without the division by a, which is 0 where there is noise alone.
        double kept =
                noise * noise * table.signal(step) / (signal * Math.pow(table.noise(step), 2));
        double fresh = noise * Math.sqrt(1 - left);
        GuidedStep sum = stepOf(prediction, step, kept, signal * (1 - left), 0, fresh);
        Tensor draw = fresh == 0 ? null : tools.noise(latents.shape(), step);
        tools.ops().guidedStep(latents, prediction.output(), sum, null, draw);
    }
}

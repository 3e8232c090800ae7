package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.Tensor;

/**
 * UniPC of second order with B(h) = e^h - 1 (Zhao et al. 2023, arXiv 2302.04867, algorithms 5 to 8,
 * in the form that predicts the picture): before a step is predicted, what the network now says is
 * used to correct the step before, at no further question to it.
 *
 * <p>Both are sums of latents and clean pictures m, with phi1 = e^-h - 1 and r = (lambda before -
 * lambda) / h:
 *
 * <pre>
 * base      = (s' / s) x - a' phi1 m0
 * predicted = base - a' phi1 (m1 - m0) / (2 r)
 * corrected = base - a' phi1 (c0 (m1 - m0) / r + c1 (m now - m0))
 * </pre>
 *
 * <p>The first step is of first order, and so is the last.
 */
final class UniPc extends TableScheduler {
    private Tensor latentsBefore;
    private Tensor clean;
    private Tensor cleanBefore;
    private Tensor cleanBeforeThat;
    private int orderBefore;
    private int taken;

    UniPc(NoiseTable table) {
        super(table);
    }

    @Override
    public void step(StepTools tools, Tensor latents, GuidedPrediction prediction, int step) {
        if (taken == 0) {
            latentsBefore = tools.scope().floats(latents.shape());
            clean = tools.scope().floats(latents.shape());
            cleanBefore = tools.scope().floats(latents.shape());
            cleanBeforeThat = tools.scope().floats(latents.shape());
        }
        GuidedStep look = stepOf(prediction, step, 1, 0, 0, 0);
        tools.ops().guidedStep(latents, prediction.output(), look, clean, null);
        if (taken > 0) {
            correct(tools, latents, step - 1);
        }
        tools.ops().repeat(latents, 1, latentsBefore);
        predict(tools, latents, step);
        rememberClean();
        taken++;
    }

    /** Clean pictures move one place into the past; the oldest is overwritten next. */
    private void rememberClean() {
        Tensor oldest = cleanBeforeThat;
        cleanBeforeThat = cleanBefore;
        cleanBefore = clean;
        clean = oldest;
    }

    private void predict(StepTools tools, Tensor latents, int step) {
        boolean last = step == steps() - 1;
        orderBefore = taken == 0 || last ? 1 : 2;
        double kept = table.noise(step + 1) / table.noise(step);
        double change = table.signal(step + 1) * (1 - table.remaining(step));
        if (orderBefore == 1) {
            tools.ops()
                    .combine(latents, new float[] {(float) kept, (float) change}, latents, clean);
            return;
        }
        double back = inverseRatio(step) / 2;
        tools.ops()
                .combine(
                        latents,
                        new float[] {
                            (float) kept, (float) (change * (1 - back)), (float) (change * back)
                        },
                        latents,
                        clean,
                        cleanBefore);
    }

    /** Takes the step before again, now that its end is known better. */
    private void correct(StepTools tools, Tensor latents, int before) {
        double kept = table.noise(before + 1) / table.noise(before);
        double change = table.signal(before + 1) * (1 - table.remaining(before));
        double now = 0.5;
        double back = 0;
        if (orderBefore == 2) {
            double growth = table.lambda(before + 1) - table.lambda(before);
            double inverse = inverseRatio(before);
            double second = phi(growth, 2);
            double third = 2 * phi(growth, 3);
            // 1 / r may be 0, so the first weight is computed as a whole, divided by r.
            back = (second - third) * inverse * inverse / (inverse - 1);
            now = second - (second - third) * inverse / (inverse - 1);
        }
        float[] weights = {
            (float) kept, (float) (change * (1 - now - back)), (float) (change * now)
        };
        if (orderBefore == 1) {
            tools.ops().combine(latents, weights, latentsBefore, cleanBefore, clean);
            return;
        }
        float[] withBack = {weights[0], weights[1], weights[2], (float) (change * back)};
        tools.ops().combine(latents, withBack, latentsBefore, cleanBefore, clean, cleanBeforeThat);
    }

    /** 1 / r of a step: its growth of lambda over that of the step before, negative. */
    private double inverseRatio(int step) {
        double growth = table.lambda(step + 1) - table.lambda(step);
        return growth / (table.lambda(step - 1) - table.lambda(step));
    }

    /** phi_k(-h) / phi_1(-h) of the exponential integrators, by their recursion. */
    private static double phi(double growth, int order) {
        double argument = -growth;
        double one = Math.expm1(argument);
        double two = one / argument - 1;
        double value = order == 2 ? two : two / argument - 0.5;
        return value / one;
    }
}

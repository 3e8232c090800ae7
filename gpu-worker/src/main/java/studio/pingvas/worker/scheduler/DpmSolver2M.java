package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.Tensor;

/**
 * DPM-Solver++(2M) (Lu et al. 2022, arXiv 2211.01095, algorithm 2): second order by looking back at
 * the clean picture that the step before estimated. With h the growth of lambda = log(a / s),
 *
 * <pre>
 * D  = clean + (clean - clean before) h / (2 h before)
 * x' = (s' / s) x + a' (1 - e^-h) D
 * </pre>
 *
 * <p>The first step has nothing to look back at, and the last, where h is infinite, must not: they
 * are of first order.
 */
final class DpmSolver2M extends TableScheduler {
    private Tensor cleanBefore;

    DpmSolver2M(NoiseTable table) {
        super(table);
    }

    @Override
    public void step(StepTools tools, Tensor latents, GuidedPrediction prediction, int step) {
        boolean first = cleanBefore == null;
        if (first) {
            cleanBefore = tools.scope().floats(latents.shape());
        }
        double kept = table.noise(step + 1) / table.noise(step);
        double change = table.signal(step + 1) * (1 - table.remaining(step));
        double back = first ? 0 : lookBack(step);
        GuidedStep sum = stepOf(prediction, step, kept, change * (1 + back), -change * back, 0);
        tools.ops().guidedStep(latents, prediction.output(), sum, cleanBefore, null);
    }

    /** h / (2 h before); 0 where one of them is infinite. */
    private double lookBack(int step) {
        double growth = table.lambda(step + 1) - table.lambda(step);
        double before = table.lambda(step) - table.lambda(step - 1);
        return Double.isFinite(growth) && Double.isFinite(before) ? growth / (2 * before) : 0;
    }
}

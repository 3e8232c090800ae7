package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;

/** What all algorithms on a {@link NoiseTable} do the same way. */
abstract class TableScheduler implements Scheduler {
    final NoiseTable table;

    TableScheduler(NoiseTable table) {
        this.table = table;
    }

    @Override
    public final int steps() {
        return table.steps();
    }

    @Override
    public final float timestep(int step) {
        return (float) table.timestep(step);
    }

    @Override
    public final NoiseLevel level(int step) {
        return new NoiseLevel((float) table.signal(step), (float) table.noise(step));
    }

    @Override
    public final void estimateClean(
            TensorOps ops, Tensor latents, GuidedPrediction prediction, int step) {
        GuidedStep clean =
                GuidedStep.of(
                        prediction.guidance(),
                        (float) table.cleanLatents(step),
                        (float) table.cleanPrediction(step));
        ops.guidedStep(latents, prediction.output(), clean, null, null);
    }

    /**
     * The step {@code x = latents * x + clean * clean picture + history * picture before + noise *
     * fresh noise}, in terms of what the network said.
     */
    final GuidedStep stepOf(
            GuidedPrediction prediction,
            int step,
            double latents,
            double clean,
            double history,
            double noise) {
        double cleanLatents = table.cleanLatents(step);
        double cleanPrediction = table.cleanPrediction(step);
        return new GuidedStep(
                prediction.guidance(),
                (float) (latents + clean * cleanLatents),
                (float) (clean * cleanPrediction),
                (float) history,
                (float) noise,
                (float) cleanLatents,
                (float) cleanPrediction);
    }
}

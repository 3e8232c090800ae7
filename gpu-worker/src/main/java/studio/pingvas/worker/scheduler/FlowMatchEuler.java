package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;

/**
 * Euler's method on the straight path between picture and noise (Esser et al. 2024, "Scaling
 * Rectified Flow Transformers for High-Resolution Image Synthesis", arXiv 2403.03206).
 *
 * <p>Latents at noise level s are (1 - s) picture + s noise; the network predicts the velocity v =
 * noise - picture, so a step from s to s' adds (s' - s) v. Levels fall evenly from 1 to 1/n and end
 * at 0, bent by the shift a as a s / (1 + (a - 1) s), equation 23 of that paper. The network is
 * told the level times the number of steps it was trained with.
 */
final class FlowMatchEuler implements Scheduler {
    private final float[] levels;
    private final int trainedSteps;

    FlowMatchEuler(SchedulerSettings settings) {
        int steps = settings.steps();
        double shift = settings.shift();
        this.trainedSteps = settings.trainTimesteps();
        this.levels = new float[steps + 1];
        for (int step = 0; step < steps; step++) {
            double level = 1 - step / (double) steps;
            levels[step] = (float) (shift * level / (1 + (shift - 1) * level));
        }
    }

    @Override
    public int steps() {
        return levels.length - 1;
    }

    @Override
    public float timestep(int step) {
        return levels[step] * trainedSteps;
    }

    @Override
    public float inputScale(int step) {
        return 1;
    }

    @Override
    public NoiseLevel level(int step) {
        return new NoiseLevel(1 - levels[step], levels[step]);
    }

    @Override
    public void step(StepTools tools, Tensor latents, GuidedPrediction prediction, int step) {
        prediction.addTo(latents, levels[step + 1] - levels[step], tools.ops());
    }

    @Override
    public void estimateClean(
            TensorOps ops, Tensor latents, GuidedPrediction prediction, int step) {
        prediction.addTo(latents, -levels[step], ops);
    }
}

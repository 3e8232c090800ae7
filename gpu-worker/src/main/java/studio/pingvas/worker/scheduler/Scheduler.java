package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;

/**
 * One run from noise to clean latents. May hold state of that run: one object for each picture.
 * Steps are counted from 0; a run may begin at a later one, with latents brought to its level.
 */
public interface Scheduler {
    int steps();

    /** What the network is told about the noise that is left before this step. */
    float timestep(int step);

    /**
     * How much picture and how much noise latents hold before this step; {@code step} may be {@link
     * #steps()}, where no noise is left.
     */
    NoiseLevel level(int step);

    /** Moves the latents one step on, in place. Steps are taken in order. */
    void step(StepTools tools, Tensor latents, GuidedPrediction prediction, int step);

    /**
     * Replaces latents from before this step by what they would become if the prediction held to
     * the end: the picture to show meanwhile. Changes no state of the run.
     */
    void estimateClean(TensorOps ops, Tensor latents, GuidedPrediction prediction, int step);
}

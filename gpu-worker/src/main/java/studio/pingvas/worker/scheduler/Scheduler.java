package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;

/** One run from noise to clean latents. May hold state of that run: one object for each picture. */
public interface Scheduler {
    int steps();

    /** What the network is told about the noise that is left before this step, counted from 0. */
    float timestep(int step);

    /** Moves the latents one step on, in place. */
    void step(TensorOps ops, Tensor latents, GuidedPrediction prediction, int step);

    /**
     * Replaces latents from before this step by what they would become if the prediction held to
     * the end: the picture to show meanwhile.
     */
    void estimateClean(TensorOps ops, Tensor latents, GuidedPrediction prediction, int step);
}

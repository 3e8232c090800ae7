package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.Tensor;

/**
 * What the network said, before guidance is applied: the step does both in one pass over memory.
 *
 * @param output one row, or two with guidance: with the prompt, then without
 * @param guidance scale; not used for one row
 */
public record GuidedPrediction(Tensor output, float guidance) {}

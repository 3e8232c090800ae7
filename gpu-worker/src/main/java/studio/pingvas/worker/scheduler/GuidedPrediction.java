package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;

/**
 * What the network said, before guidance is applied: the step does both in one pass over memory.
 *
 * @param output one row, or two with guidance: with the prompt, then without
 * @param guidance scale; not used for one row
 */
public record GuidedPrediction(Tensor output, float guidance) {
    /** {@code x += delta * guided prediction}. */
    void addTo(Tensor x, float delta, TensorOps ops) {
        if (output.shape().dimension(0) == 2) {
            ops.guidedEulerStep(x, output, guidance, delta);
        } else {
            ops.eulerStep(x, output, delta);
        }
    }
}

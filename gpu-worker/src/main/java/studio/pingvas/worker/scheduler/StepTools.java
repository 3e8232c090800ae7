package studio.pingvas.worker.scheduler;

import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * What a scheduler works with while it makes one picture.
 *
 * @param ops of the device
 * @param scope lives as long as the picture is being made: for memory of earlier steps
 * @param seed of the picture, for schedulers that add noise
 */
public record StepTools(TensorOps ops, TensorScope scope, long seed) {
    /**
     * Fresh noise for a step. The noise that a run begins with is the generator's first, so step i
     * takes draw i + 1.
     */
    public Tensor noise(Shape shape, int step) {
        Tensor noise = scope.floats(shape);
        ops.normalNoise(noise, seed, step + 1);
        return noise;
    }
}

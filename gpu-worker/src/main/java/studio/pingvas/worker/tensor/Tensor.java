package studio.pingvas.worker.tensor;

import java.nio.FloatBuffer;

/** Numbers on a device. They live as long as the {@link TensorScope} they were made in. */
public interface Tensor {
    Shape shape();

    /**
     * The numbers themselves, not a copy.
     *
     * @throws IllegalStateException if they are not 32-bit floats in host memory, or the scope is
     *     closed
     */
    FloatBuffer floats();

    /** Whether there is no infinity and no NaN among them. */
    default boolean isFinite() {
        FloatBuffer numbers = floats();
        for (int i = 0; i < numbers.limit(); i++) {
            if (!Float.isFinite(numbers.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A copy in host memory, wherever the numbers are. Waits for whoever computes them. */
    default float[] toArray() {
        float[] numbers = new float[shape().elements()];
        floats().get(numbers);
        return numbers;
    }
}

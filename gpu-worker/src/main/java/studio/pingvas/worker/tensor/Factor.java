package studio.pingvas.worker.tensor;

import java.nio.FloatBuffer;

/** A matrix of a product. It is read only when it is needed, straight to where it is needed. */
public interface Factor {
    Shape shape();

    /**
     * Fills the buffer, which has room for all numbers.
     *
     * @throws RuntimeException of the implementation if they cannot be read; no weight keeps a
     *     change then
     */
    void readInto(FloatBuffer target);
}

package studio.pingvas.worker.tensor;

import java.nio.FloatBuffer;

/** A factor on the heap. */
public record ArrayFactor(Shape shape, float... values) implements Factor {
    @Override
    public void readInto(FloatBuffer target) {
        target.put(values);
    }
}

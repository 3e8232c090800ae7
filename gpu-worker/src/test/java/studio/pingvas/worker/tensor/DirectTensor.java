package studio.pingvas.worker.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A tensor outside of the heap, as native code needs it, without a library that makes it.
 *
 * @param numbers its own
 * @param around them and a margin on either side, in which nobody may write
 */
public record DirectTensor(Shape shape, FloatBuffer numbers, FloatBuffer around) implements Tensor {
    private static final int MARGIN = 64;
    private static final float UNTOUCHED = 12_345.678f;

    public static DirectTensor of(Shape shape, float... values) {
        int count = shape.elements();
        FloatBuffer around =
                ByteBuffer.allocateDirect((count + 2 * MARGIN) * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        for (int i = 0; i < MARGIN; i++) {
            around.put(i, UNTOUCHED).put(MARGIN + count + i, UNTOUCHED);
        }
        FloatBuffer numbers = around.slice(MARGIN, count);
        numbers.put(0, values);
        return new DirectTensor(shape, numbers, around);
    }

    @Override
    public FloatBuffer floats() {
        return numbers.duplicate();
    }

    /** Whether nothing was written before its beginning and behind its end. */
    public boolean staysInside() {
        int end = around.limit();
        for (int i = 0; i < MARGIN; i++) {
            if (around.get(i) != UNTOUCHED || around.get(end - 1 - i) != UNTOUCHED) {
                return false;
            }
        }
        return true;
    }
}

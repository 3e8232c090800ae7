package studio.pingvas.worker.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A tensor outside of the heap, as native code needs it, without a library that makes it. */
public record DirectTensor(Shape shape, FloatBuffer numbers) implements Tensor {
    public static DirectTensor of(Shape shape, float... values) {
        ByteBuffer memory = ByteBuffer.allocateDirect(shape.elements() * Float.BYTES);
        DirectTensor tensor =
                new DirectTensor(shape, memory.order(ByteOrder.nativeOrder()).asFloatBuffer());
        tensor.floats().put(values);
        return tensor;
    }

    @Override
    public FloatBuffer floats() {
        return numbers.duplicate();
    }
}

package studio.pingvas.worker.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.DirectTensor;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorOpsContract;

class NativeTensorOpsTest extends TensorOpsContract {
    @Override
    protected TensorOps ops() {
        return NativeKernelsUnderTest.ops();
    }

    @Override
    protected Tensor tensor(Shape shape, float... values) {
        return DirectTensor.of(shape, values);
    }

    @Test
    void nativeKernelsAreWhatRuns() {
        assertThat(ops().name()).isEqualTo("native-avx2");
    }

    @Test
    void tensorOnTheHeapIsRefused() {
        ArrayTensor heap = ArrayTensor.of(Shape.of(2));

        assertThatThrownBy(() -> ops().fill(heap, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("native memory");
    }

    /** Native code would write behind its end. */
    @Test
    void bufferThatIsShorterThanItsShapeIsRefused() {
        FloatBuffer two = DirectTensor.of(Shape.of(2)).floats();

        assertThatThrownBy(() -> ops().fill(new DirectTensor(Shape.of(3), two), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[3]");
    }
}

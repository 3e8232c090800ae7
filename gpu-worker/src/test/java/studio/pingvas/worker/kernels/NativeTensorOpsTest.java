package studio.pingvas.worker.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.DirectTensor;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorOpsContract;

class NativeTensorOpsTest extends TensorOpsContract {
    private final List<DirectTensor> made = new ArrayList<>();

    @AfterEach
    void nothingWasWrittenOutsideOfATensor() {
        assertThat(made).allMatch(DirectTensor::staysInside);
    }

    @Override
    protected TensorOps ops() {
        return NativeKernelsUnderTest.ops();
    }

    @Override
    protected Tensor tensor(Shape shape, float... values) {
        DirectTensor tensor = DirectTensor.of(shape, values);
        made.add(tensor);
        return tensor;
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

    /** Else the check above looks at nothing. */
    @Test
    void writingBehindTheEndIsNoticed() {
        DirectTensor tensor = DirectTensor.of(Shape.of(3));
        FloatBuffer longer = tensor.around().slice(64, 4);

        ops().fill(new DirectTensor(Shape.of(4), longer, longer), 1);

        assertThat(tensor.staysInside()).isFalse();
    }

    /** Native code would write behind its end. */
    @Test
    void bufferThatIsShorterThanItsShapeIsRefused() {
        FloatBuffer two = DirectTensor.of(Shape.of(2)).numbers();

        assertThatThrownBy(() -> ops().fill(new DirectTensor(Shape.of(3), two, two), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[3]");
    }
}

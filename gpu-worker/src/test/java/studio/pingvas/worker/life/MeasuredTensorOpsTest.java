package studio.pingvas.worker.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

class MeasuredTensorOpsTest {
    private final List<String> measured = new ArrayList<>();
    private final TensorOps ops =
            MeasuredTensorOps.around(
                    new ReferenceTensorOps(),
                    (kernel, nanos) -> {
                        assertThat(nanos).isPositive();
                        measured.add(kernel);
                    });

    @Test
    void operationsAreMeasuredByNameAndDoWhatTheyDid() {
        try (TensorScope scope = Demonstration.device().openScope()) {
            Tensor tensor = scope.floats(Shape.of(3));
            ops.fill(tensor, 2);
            ops.scaleAndShift(tensor, 3, 1);

            assertThat(tensor.floats().get(2)).isEqualTo(7);
        }
        assertThat(measured).containsExactly("fill", "scaleAndShift");
    }

    @Test
    void questionsAreNotOperations() {
        assertThat(ops.name()).isEqualTo(new ReferenceTensorOps().name());
        assertThat(measured).isEmpty();
    }

    @Test
    void failuresComeThroughAsTheyWere() {
        try (TensorScope scope = Demonstration.device().openScope()) {
            Tensor three = scope.floats(Shape.of(1, 3));
            Tensor four = scope.floats(Shape.of(1, 4));

            assertThatThrownBy(() -> ops.repeat(three, 1, four))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

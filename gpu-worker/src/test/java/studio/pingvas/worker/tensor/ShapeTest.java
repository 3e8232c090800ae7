package studio.pingvas.worker.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void elementsAreTheProductOfTheDimensions() {
        assertThat(Shape.of(2, 3, 5).elements()).isEqualTo(30);
    }

    @Test
    void productThatIsTooLargeIsRefused() {
        Shape huge = Shape.of(65_536, 65_536);

        assertThatThrownBy(huge::elements).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void batchReplacesTheFirstDimension() {
        assertThat(Shape.of(1, 8, 16, 16).withBatch(2)).isEqualTo(Shape.of(2, 8, 16, 16));
    }

    @Test
    void dimensionsArePositive() {
        assertThatThrownBy(() -> Shape.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

package studio.pingvas.worker.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.Shape;

class ReferenceTensorOpsTest {
    private final ReferenceTensorOps ops = new ReferenceTensorOps();

    @Test
    void guidanceExaggeratesTheDifferenceThatThePromptMakes() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 2), 10, 20);
        ArrayTensor prediction = ArrayTensor.of(Shape.of(2, 2), 3, 5, 1, 1);

        ops.guidedEulerStep(x, prediction, 4, -0.5f);

        assertThat(x.values()).containsExactly(10 - 0.5f * (1 + 4 * 2), 20 - 0.5f * (1 + 4 * 4));
    }

    @Test
    void guidanceOfOneFollowsThePromptAlone() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 1), 1);

        ops.guidedEulerStep(x, ArrayTensor.of(Shape.of(2, 1), 0.5f, 9), 1, 1);

        assertThat(x.values()).containsExactly(1.5f);
    }

    @Test
    void eulerStepAddsTheSlopeTimesTheDistance() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 2), 1, 2);

        ops.eulerStep(x, ArrayTensor.of(Shape.of(1, 2), 4, -4), 0.25f);

        assertThat(x.values()).containsExactly(2, 1);
    }

    @Test
    void predictionOfAnotherShapeIsRefused() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 2));

        assertThatThrownBy(() -> ops.guidedEulerStep(x, ArrayTensor.of(Shape.of(1, 2)), 3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 2]");
        assertThatThrownBy(() -> ops.eulerStep(x, ArrayTensor.of(Shape.of(2, 2)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void repeatFillsEveryRow() {
        ArrayTensor out = ArrayTensor.of(Shape.of(3, 2));

        ops.repeat(ArrayTensor.of(Shape.of(1, 2), 1, 2), out);

        assertThat(out.values()).containsExactly(1, 2, 1, 2, 1, 2);
    }

    @Test
    void fillAndScaleReachEveryElement() {
        ArrayTensor x = ArrayTensor.of(Shape.of(3));

        ops.fill(x, 2);
        ops.scaleAndShift(x, 3, 1);

        assertThat(x.values()).containsExactly(7, 7, 7);
    }

    @Test
    void noiseFillsTheWholeTensor() {
        ArrayTensor out = ArrayTensor.of(Shape.of(1, 2, 2, 3));

        ops.normalNoise(out, 0, 0);

        assertThat(out.values()).isEqualTo(PhiloxNormal.fill(12, 0, 0)).doesNotContain(0);
    }

    @Test
    void latentsAreProjectedToColors() {
        LatentProjection projection =
                new LatentProjection(
                        List.of(List.of(0.5, 0.0, 0.0), List.of(0.0, 0.25, 0.0)),
                        List.of(0.5, 0.5, 1.0));
        ArrayTensor latents = ArrayTensor.of(Shape.of(1, 2, 1, 2), 1, -1, 2, 0);
        ArrayTensor out = ArrayTensor.of(Shape.of(1, 3, 1, 2));

        ops.projectLatents(latents, projection, out);

        // Red 1 and 0, green 1 and 0.5, blue 1 and 1, brought from [0, 1] to [-1, 1].
        assertThat(out.values()).containsExactly(1, -1, 1, 0, 1, 1);
    }

    @Test
    void colorsAreRoundedAndClamped() {
        ArrayTensor image = ArrayTensor.of(Shape.of(1, 3, 1, 2), -1, 1, 0, 5, -9, Float.NaN);

        Bitmap bitmap = ops.toBitmap(image);

        assertThat(bitmap.width()).isEqualTo(2);
        assertThat(bitmap.height()).isEqualTo(1);
        assertThat(bitmap.rgba())
                .containsExactly(
                        0, (byte) 128, 0, (byte) 255, (byte) 255, (byte) 255, 0, (byte) 255);
    }

    /** A picture that came from bytes must come back as the same bytes. */
    @Test
    void everyByteSurvivesTheWayThroughFloats() {
        float[] values = new float[3 * 256];
        for (int i = 0; i < 256; i++) {
            values[i] = values[256 + i] = values[512 + i] = i / 127.5f - 1;
        }

        byte[] rgba = ops.toBitmap(new ArrayTensor(Shape.of(1, 3, 16, 16), values)).rgba();

        for (int i = 0; i < 256; i++) {
            assertThat(rgba[4 * i]).isEqualTo((byte) i);
        }
    }

    @Test
    void enlargedTensorIsAsLargeAsSaid() {
        ArrayTensor out = ArrayTensor.of(Shape.of(1, 1, 4, 6));

        ops.enlarge(ArrayTensor.of(Shape.of(1, 1, 2, 3), 1, 1, 1, 1, 1, 1), 2, out);

        for (float value : out.values()) {
            assertThat(value).isCloseTo(1, within(1e-6f));
        }
    }
}

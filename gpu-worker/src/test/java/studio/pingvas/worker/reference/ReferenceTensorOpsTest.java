package studio.pingvas.worker.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.TilePosition;

class ReferenceTensorOpsTest {
    private final ReferenceTensorOps ops = new ReferenceTensorOps();

    @Test
    void guidanceExaggeratesTheDifferenceThatThePromptMakes() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 2), 10, 20);
        ArrayTensor prediction = ArrayTensor.of(Shape.of(2, 2), 3, 5, 1, 1);

        ops.guidedStep(x, prediction, GuidedStep.of(4, 1, -0.5f), null, null);

        assertThat(x.values()).containsExactly(10 - 0.5f * (1 + 4 * 2), 20 - 0.5f * (1 + 4 * 4));
    }

    @Test
    void guidanceOfOneFollowsThePromptAlone() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 1), 1);

        ops.guidedStep(
                x, ArrayTensor.of(Shape.of(2, 1), 0.5f, 9), GuidedStep.of(1, 1, 1), null, null);

        assertThat(x.values()).containsExactly(1.5f);
    }

    @Test
    void eulerStepAddsTheSlopeTimesTheDistance() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 2), 1, 2);

        ops.guidedStep(
                x, ArrayTensor.of(Shape.of(1, 2), 4, -4), GuidedStep.of(9, 1, 0.25f), null, null);

        assertThat(x.values()).containsExactly(2, 1);
    }

    @Test
    void predictionOfAnotherShapeIsRefused() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 2));

        GuidedStep step = GuidedStep.of(3, 1, 1);
        assertThatThrownBy(
                        () -> ops.guidedStep(x, ArrayTensor.of(Shape.of(1, 3)), step, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> ops.guidedStep(x, ArrayTensor.of(Shape.of(3, 2)), step, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 2]");
    }

    /** x = 2 x + 3 g + 5 h + 7 n, and the history becomes 11 x + 13 g. */
    @Test
    void stepSumsLatentsPredictionHistoryAndNoise() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 1), 1);
        ArrayTensor history = ArrayTensor.of(Shape.of(1, 1), 10);
        ArrayTensor noise = ArrayTensor.of(Shape.of(1, 1), 100);
        GuidedStep step = new GuidedStep(1, 2, 3, 5, 7, 11, 13);

        ops.guidedStep(x, ArrayTensor.of(Shape.of(1, 1), 4), step, history, noise);

        assertThat(x.values()).containsExactly(2 + 3 * 4 + 5 * 10 + 7 * 100);
        assertThat(history.values()).containsExactly(11 + 13 * 4);
    }

    @Test
    void historyWithoutWeightIsNotRead() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 1), 1);
        ArrayTensor history = ArrayTensor.of(Shape.of(1, 1), Float.NaN);

        ops.guidedStep(
                x,
                ArrayTensor.of(Shape.of(1, 1), 4),
                new GuidedStep(1, 2, 3, 0, 0, 1, 0),
                history,
                null);

        assertThat(x.values()).containsExactly(14);
        assertThat(history.values()).containsExactly(1);
    }

    @Test
    void repeatFillsEveryRow() {
        ArrayTensor out = ArrayTensor.of(Shape.of(3, 2));

        ops.repeat(ArrayTensor.of(Shape.of(1, 2), 1, 2), 1, out);

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
    void combinationMayReadWhatItWrites() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 2), 1, 2);
        ArrayTensor other = ArrayTensor.of(Shape.of(1, 2), 10, 20);

        ops.combine(x, new float[] {0.5f, 2}, other, x);

        assertThat(x.values()).containsExactly(5 + 2, 10 + 4);
    }

    @Test
    void maskDecidesWhatMayChangeInEveryChannel() {
        ArrayTensor x = ArrayTensor.of(Shape.of(1, 2, 1, 2), 1, 1, 1, 1);
        ArrayTensor original = ArrayTensor.of(Shape.of(1, 2, 1, 2), 5, 5, 9, 9);

        ops.blend(x, original, ArrayTensor.of(Shape.of(1, 1, 1, 2), 0, 1));

        assertThat(x.values()).containsExactly(5, 1, 9, 1);
    }

    @Test
    void tilesThatWereCutOutFitTogetherAgain() {
        ArrayTensor picture = ArrayTensor.of(Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 5, 6);
        ArrayTensor left = ArrayTensor.of(Shape.of(1, 1, 2, 2));
        ArrayTensor right = ArrayTensor.of(Shape.of(1, 1, 2, 2));
        ArrayTensor again = ArrayTensor.of(picture.shape());

        ops.crop(picture, 0, 0, left);
        ops.crop(picture, 0, 1, right);
        ops.paste(left, new TilePosition(0, 0, 0, 0), again);
        ops.paste(right, new TilePosition(0, 1, 0, 1), again);

        assertThat(left.values()).containsExactly(1, 2, 4, 5);
        assertThat(again.values()).containsExactly(picture.values());
    }

    @Test
    void pastedTileFadesIn() {
        ArrayTensor out = ArrayTensor.of(Shape.of(1, 1, 1, 4), 0, 0, 0, 0);

        ops.paste(ArrayTensor.of(Shape.of(1, 1, 1, 3), 4, 4, 4), new TilePosition(0, 1, 0, 1), out);

        assertThat(out.values()).containsExactly(0, 2, 4, 4);
    }

    @Test
    void tileBeyondTheEdgeIsRefused() {
        ArrayTensor out = ArrayTensor.of(Shape.of(1, 1, 2, 2));
        ArrayTensor tile = ArrayTensor.of(Shape.of(1, 1, 1, 2));

        assertThatThrownBy(() -> ops.paste(tile, new TilePosition(0, 1, 0, 0), out))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ops.crop(out, 2, 0, tile))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesOfPixelsBecomeChannels() {
        ArrayTensor out = ArrayTensor.of(Shape.of(1, 3, 1, 2));
        byte[] rgba = {0, (byte) 255, 10, 99, 20, 30, 40, 99};

        ops.fromBytes(rgba, 4, 1, -1, out);

        assertThat(out.values()).containsExactly(-1, 19, 254, 29, 9, 39);
    }

    @Test
    void enlargedTensorIsAsLargeAsSaid() {
        ArrayTensor out = ArrayTensor.of(Shape.of(1, 1, 4, 6));

        ops.resample(ArrayTensor.of(Shape.of(1, 1, 2, 3), 1, 1, 1, 1, 1, 1), out);

        for (float value : out.values()) {
            assertThat(value).isCloseTo(1, within(1e-6f));
        }
    }
}

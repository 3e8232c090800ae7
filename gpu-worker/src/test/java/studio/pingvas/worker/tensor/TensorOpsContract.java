package studio.pingvas.worker.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import studio.pingvas.worker.image.Bitmap;

/**
 * What the operations do, for every implementation of them: a subclass says which, and where its
 * tensors are.
 */
public abstract class TensorOpsContract {
    /** What torch's CUDA generator gives for seed 0. */
    private static final float[] TORCH_SEED_0 = {
        -0.92466259f, -0.42534414f, -2.6438458f, 0.14518388f, -0.12086648f, -0.57972562f,
        -0.62285119f, -0.32838708f, -1.0745423f, -0.36314407f, -1.6710505f, 2.2655051f
    };

    private static final int BITS_OF_SEED_7 = 2142302744;

    private final TensorOps ops = ops();

    protected abstract TensorOps ops();

    /**
     * @param values all of them, or none for zeros
     */
    protected abstract Tensor tensor(Shape shape, float... values);

    @Test
    void guidanceExaggeratesTheDifferenceThatThePromptMakes() {
        Tensor x = tensor(Shape.of(1, 2), 10, 20);
        Tensor prediction = tensor(Shape.of(2, 2), 3, 5, 1, 1);

        ops.guidedStep(x, prediction, GuidedStep.of(4, 1, -0.5f), null, null);

        assertThat(x.toArray()).containsExactly(10 - 0.5f * (1 + 4 * 2), 20 - 0.5f * (1 + 4 * 4));
    }

    @Test
    void guidanceOfOneFollowsThePromptAlone() {
        Tensor x = tensor(Shape.of(1, 1), 1);

        ops.guidedStep(x, tensor(Shape.of(2, 1), 0.5f, 9), GuidedStep.of(1, 1, 1), null, null);

        assertThat(x.toArray()).containsExactly(1.5f);
    }

    @Test
    void eulerStepAddsTheSlopeTimesTheDistance() {
        Tensor x = tensor(Shape.of(1, 2), 1, 2);

        ops.guidedStep(x, tensor(Shape.of(1, 2), 4, -4), GuidedStep.of(9, 1, 0.25f), null, null);

        assertThat(x.toArray()).containsExactly(2, 1);
    }

    /** x = 2 x + 3 g + 5 h + 7 n, and the history becomes 11 x + 13 g. */
    @Test
    void stepSumsLatentsPredictionHistoryAndNoise() {
        Tensor x = tensor(Shape.of(1, 1), 1);
        Tensor history = tensor(Shape.of(1, 1), 10);
        Tensor noise = tensor(Shape.of(1, 1), 100);
        GuidedStep step = new GuidedStep(1, 2, 3, 5, 7, 11, 13);

        ops.guidedStep(x, tensor(Shape.of(1, 1), 4), step, history, noise);

        assertThat(x.toArray()).containsExactly(2 + 3 * 4 + 5 * 10 + 7 * 100);
        assertThat(history.toArray()).containsExactly(11 + 13 * 4);
    }

    @Test
    void historyWithoutWeightIsNotRead() {
        Tensor x = tensor(Shape.of(1, 1), 1);
        Tensor history = tensor(Shape.of(1, 1), Float.NaN);

        ops.guidedStep(
                x, tensor(Shape.of(1, 1), 4), new GuidedStep(1, 2, 3, 0, 0, 1, 0), history, null);

        assertThat(x.toArray()).containsExactly(14);
        assertThat(history.toArray()).containsExactly(1);
    }

    @Test
    void repeatFillsEveryRow() {
        Tensor out = tensor(Shape.of(3, 2));

        ops.repeat(tensor(Shape.of(1, 2), 1, 2), 1, out);

        assertThat(out.toArray()).containsExactly(1, 2, 1, 2, 1, 2);
    }

    @Test
    void fillAndScaleReachEveryElement() {
        Tensor x = tensor(Shape.of(3));

        ops.fill(x, 2);
        ops.scaleAndShift(x, 3, 1);

        assertThat(x.toArray()).containsExactly(7, 7, 7);
    }

    @Test
    void seedZeroGivesTorchsNumbers() {
        float[] noise = noise(TORCH_SEED_0.length, 0, 0);

        for (int i = 0; i < noise.length; i++) {
            assertThat(noise[i]).as("element %d", i).isCloseTo(TORCH_SEED_0[i], within(1e-6f));
        }
    }

    /** The bits are part of what a seed means: they may not change. */
    @Test
    void bitsOfSeedSevenStayAsTheyAre() {
        assertThat(Arrays.hashCode(noise(1 << 16, 7, 0))).isEqualTo(BITS_OF_SEED_7);
    }

    @Test
    void noiseDoesNotDependOnHowMuchIsAskedFor() {
        assertThat(noise(50, 7, 0)).startsWith(noise(5, 7, 0));
    }

    @Test
    void everySeedAndEveryOffsetIsAnotherSequence() {
        float[] plain = noise(64, 7, 0);

        assertThat(noise(64, 8, 0)).isNotEqualTo(plain);
        assertThat(noise(64, 7, 1)).isNotEqualTo(plain);
        assertThat(noise(64, 7L + (1L << 32), 0)).isNotEqualTo(plain);
        assertThat(noise(64, -7, 0)).isNotEqualTo(plain);
    }

    @Test
    void latentsAreProjectedToColors() {
        LatentProjection projection =
                new LatentProjection(
                        List.of(List.of(0.5, 0.0, 0.0), List.of(0.0, 0.25, 0.0)),
                        List.of(0.5, 0.5, 1.0));
        Tensor latents = tensor(Shape.of(1, 2, 1, 2), 1, -1, 2, 0);
        Tensor out = tensor(Shape.of(1, 3, 1, 2));

        ops.projectLatents(latents, projection, out);

        // Red 1 and 0, green 1 and 0.5, blue 1 and 1, brought from [0, 1] to [-1, 1].
        assertThat(out.toArray()).containsExactly(1, -1, 1, 0, 1, 1);
    }

    @Test
    void colorsAreRoundedAndClamped() {
        Tensor image = tensor(Shape.of(1, 3, 1, 2), -1, 1, 0, 5, -9, Float.NaN);

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

        byte[] rgba = ops.toBitmap(tensor(Shape.of(1, 3, 16, 16), values)).rgba();

        for (int i = 0; i < 256; i++) {
            assertThat(rgba[4 * i]).isEqualTo((byte) i);
        }
    }

    @Test
    void combinationMayReadWhatItWrites() {
        Tensor x = tensor(Shape.of(1, 2), 1, 2);
        Tensor other = tensor(Shape.of(1, 2), 10, 20);

        ops.combine(x, new float[] {0.5f, 2}, other, x);

        assertThat(x.toArray()).containsExactly(5 + 2, 10 + 4);
    }

    @Test
    void maskDecidesWhatMayChangeInEveryChannel() {
        Tensor x = tensor(Shape.of(1, 2, 1, 2), 1, 1, 1, 1);
        Tensor original = tensor(Shape.of(1, 2, 1, 2), 5, 5, 9, 9);

        ops.blend(x, original, tensor(Shape.of(1, 1, 1, 2), 0, 1));

        assertThat(x.toArray()).containsExactly(5, 1, 9, 1);
    }

    @Test
    void tilesThatWereCutOutFitTogetherAgain() {
        Tensor picture = tensor(Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 5, 6);
        Tensor left = tensor(Shape.of(1, 1, 2, 2));
        Tensor right = tensor(Shape.of(1, 1, 2, 2));
        Tensor again = tensor(picture.shape());

        ops.crop(picture, 0, 0, left);
        ops.crop(picture, 0, 1, right);
        ops.paste(left, new TilePosition(0, 0, 0, 0), again);
        ops.paste(right, new TilePosition(0, 1, 0, 1), again);

        assertThat(left.toArray()).containsExactly(1, 2, 4, 5);
        assertThat(again.toArray()).containsExactly(picture.toArray());
    }

    @Test
    void pastedTileFadesIn() {
        Tensor out = tensor(Shape.of(1, 1, 1, 4), 0, 0, 0, 0);

        ops.paste(tensor(Shape.of(1, 1, 1, 3), 4, 4, 4), new TilePosition(0, 1, 0, 1), out);

        assertThat(out.toArray()).containsExactly(0, 2, 4, 4);
    }

    @Test
    void tileBeyondTheEdgeIsRefused() {
        Tensor out = tensor(Shape.of(1, 1, 2, 2));
        Tensor tile = tensor(Shape.of(1, 1, 1, 2));

        assertRefused(() -> ops.paste(tile, new TilePosition(0, 1, 0, 0), out));
        assertRefused(() -> ops.crop(out, 2, 0, tile));
        assertRefused(() -> ops.crop(out, -1, 0, tile));
        // Places whose sum with the size of the tile is negative.
        assertRefused(() -> ops.crop(out, Integer.MAX_VALUE, 0, tile));
        assertRefused(() -> ops.paste(tile, new TilePosition(0, Integer.MAX_VALUE, 0, 0), out));
        assertRefused(() -> ops.paste(tile, new TilePosition(0, 0, 2, 0), out));
        assertRefused(() -> ops.paste(tile, new TilePosition(0, 0, 0, Integer.MAX_VALUE), out));
    }

    @Test
    void operandsOfOtherShapesAreRefused() {
        Tensor row = tensor(Shape.of(1, 2));
        Tensor longer = tensor(Shape.of(1, 3));
        Tensor picture = tensor(Shape.of(1, 3, 2, 2));
        Tensor grey = tensor(Shape.of(1, 1, 2, 2));
        Tensor wide = tensor(Shape.of(1, 3, 2, 4));
        Tensor two = tensor(Shape.of(2, 3, 2, 2));
        LatentProjection oneChannel =
                new LatentProjection(List.of(List.of(1.0, 1.0, 1.0)), List.of(0.0, 0.0, 0.0));

        assertRefused(() -> ops.repeat(row, 1, longer));
        assertRefused(() -> ops.repeat(two, 1, two));
        assertRefused(() -> ops.combine(row, new float[] {1}, longer));
        assertRefused(() -> ops.combine(row, new float[] {1, 2}, row));
        assertRefused(() -> ops.combine(row, new float[0]));
        assertRefused(() -> ops.combine(row, new float[6], row, row, row, row, row, row));
        assertRefused(() -> ops.blend(picture, wide, grey));
        assertRefused(() -> ops.blend(picture, picture, picture));
        assertRefused(() -> ops.blend(row, row, row));
        assertRefused(() -> ops.projectLatents(picture, oneChannel, picture));
        assertRefused(() -> ops.projectLatents(grey, oneChannel, wide));
        assertRefused(() -> ops.resample(picture, grey));
        assertRefused(() -> ops.resample(picture, two));
        assertRefused(() -> ops.resample(row, row));
        assertRefused(() -> ops.crop(picture, 0, 0, grey));
        assertRefused(() -> ops.paste(grey, new TilePosition(0, 0, 0, 0), picture));
        assertRefused(() -> ops.toBitmap(grey));
        assertRefused(() -> ops.toBitmap(two));
        assertRefused(() -> ops.toBitmap(row));
        assertRefused(() -> ops.fromBytes(new byte[4], 1, 1, 0, picture));
        assertRefused(() -> ops.fromBytes(new byte[15], 4, 1, 0, picture));
        assertRefused(() -> ops.fromBytes(new byte[0], 0, 1, 0, grey));
        assertRefused(() -> ops.fromBytes(new byte[4], -1, 1, 0, row));
    }

    @Test
    void stepWithOperandsOfOtherShapesIsRefused() {
        Tensor x = tensor(Shape.of(1, 2));
        Tensor longer = tensor(Shape.of(1, 3));
        Tensor single = tensor(Shape.of());
        GuidedStep step = new GuidedStep(3, 1, 1, 1, 1, 1, 1);

        assertRefused(() -> ops.guidedStep(x, longer, step, null, null));
        assertRefused(() -> ops.guidedStep(x, tensor(Shape.of(3, 2)), step, null, null));
        assertRefused(() -> ops.guidedStep(x, x, step, longer, null));
        assertRefused(() -> ops.guidedStep(x, x, step, null, longer));
        assertRefused(() -> ops.guidedStep(single, single, step, null, null));
    }

    @Test
    void bytesOfPixelsBecomeChannels() {
        Tensor out = tensor(Shape.of(1, 3, 1, 2));
        byte[] rgba = {0, (byte) 255, 10, 99, 20, 30, 40, 99};

        ops.fromBytes(rgba, 4, 1, -1, out);

        assertThat(out.toArray()).containsExactly(-1, 19, 254, 29, 9, 39);
    }

    @Test
    void enlargedTensorIsAsLargeAsSaid() {
        Tensor out = tensor(Shape.of(1, 1, 4, 6));

        ops.resample(tensor(Shape.of(1, 1, 2, 3), 1, 1, 1, 1, 1, 1), out);

        for (float value : out.toArray()) {
            assertThat(value).isCloseTo(1, within(1e-6f));
        }
    }

    private float[] noise(int count, long seed, int offset) {
        Tensor out = tensor(Shape.of(1, count));
        ops.normalNoise(out, seed, offset);
        return out.toArray();
    }

    private static void assertRefused(Executable operation) {
        assertThatThrownBy(operation::execute).isInstanceOf(IllegalArgumentException.class);
    }
}

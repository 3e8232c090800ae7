package studio.pingvas.worker.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.tensor.TilePosition;

/**
 * Native against plain Java, bit for bit. Only what kind of not-a-number comes out may differ:
 * processors do not agree on it either.
 */
class SameBitsTest {
    private static final long SEED = 20;
    private static final int LARGE = 4_096;
    private static final GuidedStep STEP =
            new GuidedStep(7.5f, 0.9f, -0.3f, 0.2f, 0.1f, 1.1f, -0.7f);
    private static final GuidedStep STEP_WITHOUT_HISTORY =
            new GuidedStep(7.5f, 0.9f, -0.3f, 0, 0.1f, 1.1f, -0.7f);

    private static Device device;
    private static TensorOps fast;

    private final TensorOps plain = new ReferenceTensorOps();

    @BeforeAll
    static void load() {
        fast = NativeKernelsUnderTest.ops();
        device = Demonstration.device();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 1, 7", "3, 5, 3", "4, 16, 16", "3, 33, 31", "16, 65, 9"})
    void elementwiseOperations(int channels, int height, int width) {
        Shape shape = Shape.of(1, channels, height, width);
        Shape mask = Shape.of(1, 1, height, width);

        sameBits((ops, make) -> ops.fill(make.tensor(shape), make.weight()));
        sameBits((ops, make) -> ops.fill(make.tensor(shape), Float.MIN_VALUE));
        sameBits(
                (ops, make) -> ops.scaleAndShift(make.tensor(shape), make.weight(), make.weight()));
        sameBits((ops, make) -> ops.scaleAndShift(make.tensor(shape), 0x1p-126f, -0f));
        sameBits(
                (ops, make) ->
                        ops.repeat(
                                make.tensor(shape),
                                make.weight(),
                                make.tensor(shape.withBatch(3))));
        sameBits(
                (ops, make) ->
                        ops.blend(make.tensor(shape), make.tensor(shape), make.tensor(mask)));
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "2, 7", "3, 7", "4, 7", "5, 7", "5, 4099"})
    void combinationsOfUpToFiveTerms(int terms, int count) {
        Shape shape = Shape.of(1, count);

        sameBits(
                (ops, make) ->
                        ops.combine(
                                make.tensor(shape),
                                make.weights(terms),
                                make.tensors(terms, shape)));
        sameBits(
                (ops, make) -> {
                    Tensor[] all = make.tensors(terms, shape);
                    ops.combine(all[terms - 1], make.weights(terms), all);
                });
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 5, 63", "-1, 2147483647, 4099", "4294967296, -1, 1048577"})
    void noise(long seed, int offset, int count) {
        sameBits((ops, make) -> ops.normalNoise(make.tensor(Shape.of(count)), seed, offset));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 7", "2, 7", "1, 4099", "2, 4099"})
    void guidedSteps(int rows, int count) {
        Shape shape = Shape.of(1, count);
        for (GuidedStep step : List.of(STEP, STEP_WITHOUT_HISTORY)) {
            for (boolean history : List.of(false, true)) {
                for (boolean noise : List.of(false, true)) {
                    sameBits(
                            (ops, make) ->
                                    ops.guidedStep(
                                            make.tensor(shape),
                                            make.tensor(shape.withBatch(rows)),
                                            step,
                                            history ? make.tensor(shape) : null,
                                            noise ? make.tensor(shape) : null));
                }
            }
        }
    }

    @Test
    void guidedStepOfTheLargestSize() {
        Shape shape = Shape.of(1, LARGE * LARGE);
        sameBits(
                (ops, make) ->
                        ops.guidedStep(
                                make.tensor(shape),
                                make.tensor(shape.withBatch(2)),
                                STEP,
                                make.tensor(shape),
                                make.tensor(shape)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "4, 5, 3", "16, 33, 31", "4, 128, 128"})
    void previews(int channels, int height, int width) {
        List<Double> color = List.of(0.3, -0.2, 0.7);
        LatentProjection projection =
                new LatentProjection(Collections.nCopies(channels, color), color);
        sameBits(
                (ops, make) ->
                        ops.projectLatents(
                                make.tensor(Shape.of(1, channels, height, width)),
                                projection,
                                make.tensor(Shape.of(1, 3, height, width))));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 1",
        "1, 1, 1, 9, 5",
        "3, 5, 7, 20, 28",
        "3, 31, 33, 10, 11",
        "3, 64, 64, 1, 1",
        "2, 17, 40, 40, 17",
        "1, 1024, 1024, 4096, 4096",
        "1, 4096, 4096, 1365, 1024"
    })
    void resampling(int channels, int height, int width, int toHeight, int toWidth) {
        sameBits(
                (ops, make) ->
                        ops.resample(
                                make.tensor(Shape.of(1, channels, height, width)),
                                make.tensor(Shape.of(1, channels, toHeight, toWidth))));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "3, 9, 9, 1", "3, 33, 20, 31", "3, 512, 512, 512"})
    void tiles(int channels, int height, int tileHeight, int tileWidth) {
        Shape picture = Shape.of(1, channels, height, tileWidth + 5);
        Shape tile = Shape.of(1, channels, Math.min(height, tileHeight), tileWidth);
        int top = height - tile.dimension(2);
        int fadeColumns = Math.min(tileWidth, 3);

        sameBits((ops, make) -> ops.crop(make.tensor(picture), top, 2, make.tensor(tile)));
        for (int fadeRows : List.of(0, 1, tile.dimension(2))) {
            sameBits(
                    (ops, make) ->
                            ops.paste(
                                    make.tensor(tile),
                                    new TilePosition(top, 5, fadeRows, fadeColumns),
                                    make.tensor(picture)));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "33, 31", "4096, 4096"})
    void pixels(int height, int width) {
        Shape shape = Shape.of(1, 3, height, width);

        sameBits((ops, make) -> make.keep(ops.toBitmap(make.tensor(shape))));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "1, 7, 11, 1", "3, 1, 1, 3", "3, 1, 7, 4", "3, 4096, 4096, 4"})
    void bytes(int channels, int height, int width, int bytesPerPixel) {
        sameBits(
                (ops, make) ->
                        ops.fromBytes(
                                make.bytes(height * width * bytesPerPixel),
                                bytesPerPixel,
                                1 / 127.5f,
                                -1,
                                make.tensor(Shape.of(1, channels, height, width))));
    }

    /** Else a comparison that looks at nothing would pass. */
    @Test
    void oneBitOfDifferenceIsSeen() {
        BiConsumer<TensorOps, Operands> cheating =
                (ops, make) -> ops.fill(make.tensor(Shape.of(99)), ops == fast ? 1 : 1.0000001f);

        assertThat(run(fast, cheating)).isNotEqualTo(run(plain, cheating));
    }

    private void sameBits(BiConsumer<TensorOps, Operands> operation) {
        assertThat(run(fast, operation)).isEqualTo(run(plain, operation));
    }

    /** One after the other: the largest tensors would not fit into memory twice. */
    private static List<Long> run(TensorOps ops, BiConsumer<TensorOps, Operands> operation) {
        try (TensorScope scope = device.openScope()) {
            Operands operands = new Operands(scope, SEED);
            operation.accept(ops, operands);
            return operands.fingerprint();
        }
    }
}

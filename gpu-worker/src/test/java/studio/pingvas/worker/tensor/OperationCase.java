package studio.pingvas.worker.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import studio.pingvas.worker.image.Bitmap;

/**
 * One call of an operation on numbers that are the same each time, for comparing implementations.
 *
 * @param name what is called with what
 */
public record OperationCase(String name, Call call) {
    private static final int[][] SIZES = {{1, 1, 1}, {4, 5, 7}, {3, 33, 257}, {4, 128, 96}};
    private static final int[][] SCALINGS = {
        {1, 1, 3, 2}, {5, 7, 13, 9}, {48, 64, 12, 16}, {33, 20, 33, 80}, {17, 19, 5, 57}
    };
    private static final float[] SPECIAL = {
        0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, -Float.MAX_VALUE, Float.MIN_VALUE, 1e-40f, 255f
    };

    /** Makes tensors for the implementation that is called, and has it work on them. */
    @FunctionalInterface
    public interface Call {
        /**
         * @return what the operation wrote, each in turn
         */
        List<Object> on(TensorOps ops, Placing placing);
    }

    /** Puts numbers where an implementation wants them. */
    @FunctionalInterface
    public interface Placing {
        Tensor tensor(Shape shape, float... numbers);
    }

    /** Bits of what the operation wrote; all not-a-numbers are one. */
    public List<List<Integer>> bitsOn(TensorOps ops, Placing placing) {
        return call.on(ops, placing).stream().map(OperationCase::bitsOf).toList();
    }

    public static List<OperationCase> all() {
        List<OperationCase> cases = new ArrayList<>();
        for (int[] size : SIZES) {
            Shape shape = Shape.of(1, size[0], size[1], size[2]);
            addElementwise(cases, shape);
            addSteps(cases, shape);
            addPixels(cases, shape);
        }
        for (int[] scaling : SCALINGS) {
            cases.add(resampling(scaling));
        }
        addTiles(cases);
        return cases;
    }

    @Override
    public String toString() {
        return name;
    }

    private static void addElementwise(List<OperationCase> cases, Shape shape) {
        for (long seed : new long[] {0, 42, (7L << 32) + 1, -1}) {
            cases.add(
                    new OperationCase(
                            "noise " + seed + " " + shape,
                            (ops, placing) -> {
                                Tensor out = placing.tensor(shape, numbers(shape, 1));
                                ops.normalNoise(out, seed, (int) (seed & 3));
                                return List.of(out);
                            }));
        }
        for (int rows = 1; rows <= 3; rows++) {
            Shape many = shape.withBatch(rows);
            cases.add(
                    new OperationCase(
                            "repeat " + many,
                            (ops, placing) -> {
                                Tensor out = placing.tensor(many, numbers(many, 1));
                                ops.repeat(placing.tensor(shape, numbers(shape, 2)), 1.7f, out);
                                return List.of(out);
                            }));
        }
        for (int terms = 1; terms <= 5; terms++) {
            cases.add(combination(shape, terms));
        }
        cases.add(
                new OperationCase(
                        "fill, scale and shift " + shape,
                        (ops, placing) -> {
                            Tensor filled = placing.tensor(shape, numbers(shape, 1));
                            Tensor scaled = placing.tensor(shape, numbers(shape, 2));
                            ops.fill(filled, -0.3f);
                            ops.scaleAndShift(scaled, 1.3f, 0.7f);
                            return List.of(filled, scaled);
                        }));
        Shape plane = Shape.of(1, 1, shape.dimension(2), shape.dimension(3));
        cases.add(
                new OperationCase(
                        "blend " + shape,
                        (ops, placing) -> {
                            Tensor x = placing.tensor(shape, numbers(shape, 1));
                            ops.blend(
                                    x,
                                    placing.tensor(shape, numbers(shape, 2)),
                                    placing.tensor(plane, numbers(plane, 3)));
                            return List.of(x);
                        }));
    }

    private static OperationCase combination(Shape shape, int count) {
        return new OperationCase(
                "combine " + count + " of " + shape,
                (ops, placing) -> {
                    Tensor[] terms =
                            IntStream.range(0, count)
                                    .mapToObj(i -> placing.tensor(shape, numbers(shape, i)))
                                    .toArray(Tensor[]::new);
                    float[] weights = {0.3f, -1.1f, 2.5f, 0.01f, -7f};
                    // The sum may overwrite one of its terms.
                    Tensor out = terms[count - 1];
                    ops.combine(out, Arrays.copyOf(weights, count), terms);
                    return List.of(out);
                });
    }

    private static void addSteps(List<OperationCase> cases, Shape shape) {
        for (int rows = 1; rows <= 2; rows++) {
            for (float history : new float[] {-1, 0, 0.4f}) {
                for (boolean noisy : new boolean[] {false, true}) {
                    cases.add(step(shape, rows, history, noisy));
                }
            }
        }
    }

    /**
     * @param history its weight; below 0 for a step without
     */
    private static OperationCase step(Shape shape, int rows, float history, boolean noisy) {
        Shape predicted = shape.withBatch(rows);
        return new OperationCase(
                "step of %s, %d rows, history %s, noise %s".formatted(shape, rows, history, noisy),
                (ops, placing) -> {
                    Tensor x = placing.tensor(shape, numbers(shape, 1));
                    Tensor clean = placing.tensor(shape, numbers(shape, 2));
                    ops.guidedStep(
                            x,
                            placing.tensor(predicted, numbers(predicted, 3)),
                            new GuidedStep(3.5f, 0.9f, -0.2f, history, 0.05f, 1.1f, -0.7f),
                            history < 0 ? null : clean,
                            noisy ? placing.tensor(shape, numbers(shape, 4)) : null);
                    return List.of(x, clean);
                });
    }

    private static void addPixels(List<OperationCase> cases, Shape shape) {
        int channels = shape.dimension(1);
        int height = shape.dimension(2);
        int width = shape.dimension(3);
        Shape colors = Shape.of(1, 3, height, width);
        LatentProjection projection =
                new LatentProjection(
                        IntStream.range(0, channels)
                                .mapToObj(c -> List.of(0.3 * c, -0.1, 0.2 + c))
                                .toList(),
                        List.of(0.5, 0.4, 0.3));
        cases.add(
                new OperationCase(
                        "projection of " + shape,
                        (ops, placing) -> {
                            Tensor out = placing.tensor(colors, numbers(colors, 1));
                            Tensor latents = placing.tensor(shape, numbers(shape, 2));
                            ops.projectLatents(latents, projection, out);
                            return List.of(out);
                        }));
        cases.add(
                new OperationCase(
                        "bitmap of " + colors,
                        (ops, placing) ->
                                List.of(ops.toBitmap(placing.tensor(colors, numbers(colors, 1))))));
        for (int bytesPerPixel : new int[] {1, 3, 4}) {
            Shape read = Shape.of(1, Math.min(3, bytesPerPixel), height, width);
            byte[] pixels = new byte[height * width * bytesPerPixel];
            new Random(bytesPerPixel).nextBytes(pixels);
            cases.add(
                    new OperationCase(
                            bytesPerPixel + " bytes a pixel to " + read,
                            (ops, placing) -> {
                                Tensor out = placing.tensor(read, numbers(read, 1));
                                ops.fromBytes(pixels, bytesPerPixel, 2 / 255f, -1, out);
                                return List.of(out);
                            }));
        }
    }

    private static OperationCase resampling(int[] sides) {
        Shape from = Shape.of(1, 3, sides[0], sides[1]);
        Shape to = Shape.of(1, 3, sides[2], sides[3]);
        return new OperationCase(
                "resample " + from + " to " + to,
                (ops, placing) -> {
                    Tensor out = placing.tensor(to, numbers(to, 1));
                    ops.resample(placing.tensor(from, numbers(from, 2)), out);
                    return List.of(out);
                });
    }

    private static void addTiles(List<OperationCase> cases) {
        Shape picture = Shape.of(1, 3, 40, 71);
        for (int[] place : new int[][] {{0, 0, 1, 1}, {3, 5, 33, 60}, {0, 0, 40, 71}}) {
            Shape tile = Shape.of(1, 3, place[2], place[3]);
            cases.add(
                    new OperationCase(
                            "crop " + tile,
                            (ops, placing) -> {
                                Tensor out = placing.tensor(tile, numbers(tile, 1));
                                Tensor whole = placing.tensor(picture, numbers(picture, 2));
                                ops.crop(whole, place[0], place[1], out);
                                return List.of(out);
                            }));
            int fade = Math.min(place[2], 8) - 1;
            TilePosition position = new TilePosition(place[0], place[1], fade, fade);
            cases.add(
                    new OperationCase(
                            "paste " + tile,
                            (ops, placing) -> {
                                Tensor out = placing.tensor(picture, numbers(picture, 1));
                                ops.paste(placing.tensor(tile, numbers(tile, 2)), position, out);
                                return List.of(out);
                            }));
        }
    }

    private static float[] numbers(Shape shape, int seed) {
        Random random = new Random(seed);
        float[] numbers = new float[shape.elements()];
        for (int i = 0; i < numbers.length; i++) {
            boolean special = random.nextInt(100) == 0;
            numbers[i] =
                    special
                            ? SPECIAL[random.nextInt(SPECIAL.length)]
                            : (float) random.nextGaussian();
        }
        return numbers;
    }

    private static List<Integer> bitsOf(Object written) {
        if (written instanceof Bitmap bitmap) {
            return IntStream.range(0, bitmap.rgba().length)
                    .mapToObj(i -> (int) bitmap.rgba()[i])
                    .toList();
        }
        float[] numbers = ((Tensor) written).toArray();
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> Float.floatToIntBits(numbers[i]))
                .toList();
    }
}

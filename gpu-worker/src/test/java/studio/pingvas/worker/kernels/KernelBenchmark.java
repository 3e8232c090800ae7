package studio.pingvas.worker.kernels;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.pingvas.platform.benchmark.Machine;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.tensor.DirectTensor;
import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TilePosition;

/**
 * Part of {@code ./studio bench engine}: each operation outside of the networks, native and in
 * plain Java, on one thread. Processor time, best of several rounds; bytes are those that must be
 * read and written once.
 */
class KernelBenchmark {
    private static final long WARM_UP_NANOS = 300_000_000;
    private static final long ROUND_NANOS = 100_000_000;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final TensorOps fast = NativeKernelsUnderTest.ops();
    private final TensorOps plain = new ReferenceTensorOps();

    @Test
    void measure() throws Exception {
        System.out.println(Machine.describe());
        System.out.println();
        System.out.println(
                "| operation | side | native ns/element | native GB/s | Java ns/element |"
                        + " Java / native |\n|---|---|---|---|---|---|");
        for (int side : List.of(512, 2_048)) {
            measure(side);
        }
    }

    private void measure(int side) {
        Shape picture = Shape.of(1, 3, side, side);
        long count = picture.elements();
        Tensor x = DirectTensor.of(picture);
        Tensor y = DirectTensor.of(picture);
        Tensor z = DirectTensor.of(picture);
        Tensor two = DirectTensor.of(picture.withBatch(2));
        Tensor grey = DirectTensor.of(Shape.of(1, 1, side, side));
        Tensor quarter = DirectTensor.of(Shape.of(1, 3, side / 4, side / 4));
        for (Tensor tensor : List.of(y, z, two, grey, quarter)) {
            plain.normalNoise(tensor, 7, 0);
        }
        GuidedStep step = new GuidedStep(7.5f, 0.9f, -0.3f, 0.2f, 0.1f, 1.1f, -0.7f);
        LatentProjection colors =
                new LatentProjection(
                        Collections.nCopies(3, List.of(0.3, -0.2, 0.7)), List.of(0.1, 0.2, 0.3));
        byte[] rgba = new byte[4 * side * side];
        TilePosition place = new TilePosition(0, 0, side / 8, side / 8);
        float[] weights = {0.25f, 0.25f, 0.5f};

        line("normal noise", side, count, 4 * count, ops -> ops.normalNoise(x, 7, 0));
        line("repeat", side, count, 12 * count, ops -> ops.repeat(y, 0.5f, two));
        line("fill", side, count, 4 * count, ops -> ops.fill(x, 0.5f));
        line("scale and shift", side, count, 8 * count, ops -> ops.scaleAndShift(x, -1, 0.5f));
        line("combine 3", side, count, 16 * count, ops -> ops.combine(x, weights, x, y, z));
        line(
                "guided step",
                side,
                count,
                16 * count,
                ops -> ops.guidedStep(x, two, GuidedStep.of(7.5f, 0.9f, -0.3f), null, null));
        line(
                "guided step, history, noise",
                side,
                count,
                28 * count,
                ops -> ops.guidedStep(x, two, step, y, z));
        line("blend", side, count, 40 * count / 3, ops -> ops.blend(x, y, grey));
        line(
                "project latents",
                side,
                count / 3,
                8 * count,
                ops -> ops.projectLatents(y, colors, x));
        line(
                "resample x4 to it",
                side,
                count,
                4 * count + count / 4,
                ops -> ops.resample(quarter, x));
        line(
                "resample /4 of it",
                side,
                count / 16,
                4 * count + count / 4,
                ops -> ops.resample(z, quarter));
        line("crop", side, count / 16, count / 2, ops -> ops.crop(z, side / 2, 5, quarter));
        line("paste", side, count, 12 * count, ops -> ops.paste(z, place, x));
        line("to RGBA", side, count / 3, 16 * count / 3, ops -> ops.toBitmap(z));
        line(
                "from RGBA",
                side,
                count / 3,
                16 * count / 3,
                ops -> ops.fromBytes(rgba, 4, 1 / 127.5f, -1, x));
    }

    private void line(String what, int side, long elements, long bytes, Operation operation) {
        double nativeNanos = best(fast, operation);
        double javaNanos = best(plain, operation);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f | %.1f | %.2f | %.1f |%n",
                what,
                side,
                nativeNanos / elements,
                bytes / nativeNanos,
                javaNanos / elements,
                javaNanos / nativeNanos);
    }

    private static double best(TensorOps ops, Operation operation) {
        run(ops, operation, WARM_UP_NANOS);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, run(ops, operation, ROUND_NANOS));
        }
        return best;
    }

    /** Processor time of one operation. */
    private static double run(TensorOps ops, Operation operation, long nanos) {
        long begin = THREADS.getCurrentThreadCpuTime();
        long now = begin;
        int times = 0;
        while (now - begin < nanos || times == 0) {
            operation.run(ops);
            times++;
            now = THREADS.getCurrentThreadCpuTime();
        }
        return (now - begin) / (double) times;
    }

    private interface Operation {
        void run(TensorOps ops);
    }
}

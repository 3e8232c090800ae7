package studio.pingvas.worker.cuda;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;
import studio.pingvas.worker.life.CudaProbe;
import studio.pingvas.worker.tensor.DeviceTensor;
import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TilePosition;

/**
 * Prints how fast each operation moves memory on a GPU, beside the driver's own copy of a block as
 * large. Bytes are those that must be read and written once.
 */
final class KernelBandwidth {
    private static final int ROUNDS = 5;

    private final GpuContext context;
    private final DriverMemory memory;
    private final CudaTensorOps ops;
    private final CUstream stream;
    private final int launches;
    private double copyRate;

    private KernelBandwidth(GpuContext context, long stream, int launches) {
        this.context = context;
        this.memory = new DriverMemory(context, stream);
        this.ops = new CudaTensorOps(context, memory);
        this.stream = RawHandles.stream(stream);
        this.launches = launches;
    }

    /**
     * @param arguments folder for natives, address of the stream, launches in a round, sides of
     *     pictures
     */
    public static void main(String[] arguments) {
        Path cache = Path.of(arguments[0]);
        CudaProbe.Finding found = new DriverProbe(cache).look();
        System.out.println(found.explanation());
        if (!found.usable()) {
            System.exit(1);
        }
        try (GpuContext context = new GpuContext(cache)) {
            KernelBandwidth table =
                    new KernelBandwidth(
                            context, Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
            System.out.println("| operation | side | µs | GB/s | of copy |\n|---|---|---|---|---|");
            Arrays.stream(arguments).skip(3).mapToInt(Integer::parseInt).forEach(table::measure);
        }
    }

    private void measure(int side) {
        Shape picture = Shape.of(1, 3, side, side);
        long bytes = 4L * picture.elements();
        DeviceTensor x = noise(picture);
        DeviceTensor y = noise(picture);
        Tensor z = noise(picture);
        Tensor two = noise(picture.withBatch(2));
        Tensor grey = noise(Shape.of(1, 1, side, side));
        Tensor quarter = noise(Shape.of(1, 3, side / 4, side / 4));
        GuidedStep step = new GuidedStep(7.5f, 0.9f, -0.3f, 0.2f, 0.1f, 1.1f, -0.7f);
        GuidedStep plain = GuidedStep.of(7.5f, 0.9f, -0.3f);
        float[] weights = {0.25f, 0.25f, 0.5f};
        LatentProjection colors =
                new LatentProjection(
                        Collections.nCopies(3, List.of(0.3, -0.2, 0.7)), List.of(0.1, 0.2, 0.3));
        TilePosition place = new TilePosition(0, 0, side / 8, side / 8);

        copyRate = 2 * bytes / nanos(() -> copy(x, y, bytes));
        line("copy by the driver", side, 2 * bytes, () -> copy(x, y, bytes));
        line("normal noise", side, bytes, () -> ops.normalNoise(x, 7, 0));
        line("repeat", side, 3 * bytes, () -> ops.repeat(y, 0.5f, two));
        line("fill", side, bytes, () -> ops.fill(x, 0.5f));
        line("scale and shift", side, 2 * bytes, () -> ops.scaleAndShift(x, -1, 0.5f));
        line("combine 3", side, 4 * bytes, () -> ops.combine(x, weights, x, y, z));
        line("guided step", side, 4 * bytes, () -> ops.guidedStep(x, two, plain, null, null));
        line("with history, noise", side, 7 * bytes, () -> ops.guidedStep(x, two, step, y, z));
        line("blend", side, 10 * bytes / 3, () -> ops.blend(x, y, grey));
        line("project latents", side, 2 * bytes, () -> ops.projectLatents(y, colors, x));
        line("resample x4 to it", side, bytes + bytes / 16, () -> ops.resample(quarter, x));
        line("resample /4 of it", side, bytes + bytes / 16, () -> ops.resample(z, quarter));
        line("crop", side, bytes / 8, () -> ops.crop(z, side / 2, 5, quarter));
        line("paste", side, 2 * bytes, () -> ops.paste(z, place, x));
        line("bitmap, to the host", side, 4 * bytes / 3, () -> ops.toBitmap(z));
        memory.freeTensors();
    }

    private DeviceTensor noise(Shape shape) {
        DeviceTensor tensor = memory.tensor(shape);
        ops.normalNoise(tensor, 7, 0);
        return tensor;
    }

    private void copy(DeviceTensor from, DeviceTensor to, long bytes) {
        DriverCall.check(
                "cuMemcpyDtoDAsync",
                JCudaDriver.cuMemcpyDtoDAsync(
                        RawHandles.memory(to.address()),
                        RawHandles.memory(from.address()),
                        bytes,
                        stream));
    }

    private void line(String what, int side, long bytes, Runnable operation) {
        double nanos = nanos(operation);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.0f | %.0f %% |%n",
                what,
                side,
                nanos / 1_000,
                bytes / nanos,
                100 * bytes / nanos / copyRate);
    }

    /** Of one launch among many, in the best of several rounds. */
    private double nanos(Runnable operation) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            for (int launch = 0; launch < launches; launch++) {
                operation.run();
            }
            context.enter();
            DriverCall.check("cuStreamSynchronize", JCudaDriver.cuStreamSynchronize(stream));
            // The first round loads kernels and tables.
            double nanos = (System.nanoTime() - start) / (double) launches;
            best = round == 0 ? best : Math.min(best, nanos);
        }
        return best;
    }
}

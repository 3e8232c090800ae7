package studio.pingvas.worker.kernels;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.LanczosTable;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.OperandChecks;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TilePosition;

/** The operations by {@link NativeKernels}, on tensors outside of the Java heap. */
final class NativeTensorOps implements TensorOps {
    private final String name;

    /**
     * @param library whose kernels run; that it exists proves that they are loaded
     */
    NativeTensorOps(NativeLibrary library) {
        this.name = library.name();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void normalNoise(Tensor out, long seed, int offset) {
        NativeKernels.normalNoise(numbersOf(out), seed, offset, out.shape().elements());
    }

    @Override
    public void repeat(Tensor in, float scale, Tensor out) {
        OperandChecks.repeat(in, out);
        int rows = out.shape().dimension(0);
        NativeKernels.repeat(numbersOf(in), numbersOf(out), scale, rows, in.shape().elements());
    }

    @Override
    public void fill(Tensor out, float value) {
        NativeKernels.fill(numbersOf(out), value, out.shape().elements());
    }

    @Override
    public void scaleAndShift(Tensor x, float scale, float shift) {
        NativeKernels.scaleAndShift(numbersOf(x), scale, shift, x.shape().elements());
    }

    @Override
    public void combine(Tensor out, float[] weights, Tensor... terms) {
        OperandChecks.combine(out, weights, terms);
        FloatBuffer[] sources =
                Arrays.stream(terms).map(NativeTensorOps::numbersOf).toArray(FloatBuffer[]::new);
        NativeKernels.combine(numbersOf(out), sources, weights, out.shape().elements());
    }

    @Override
    public void guidedStep(
            Tensor x, Tensor prediction, GuidedStep step, Tensor history, Tensor noise) {
        OperandChecks.guidedStep(x, prediction, history, noise);
        NativeKernels.guidedStep(
                numbersOf(x),
                numbersOf(prediction),
                history == null ? null : numbersOf(history),
                noise == null ? null : numbersOf(noise),
                step.guidance(),
                step.latents(),
                step.prediction(),
                step.history(),
                step.noise(),
                step.cleanLatents(),
                step.cleanPrediction(),
                prediction.shape().dimension(0),
                x.shape().elements());
    }

    @Override
    public void blend(Tensor x, Tensor original, Tensor mask) {
        OperandChecks.blend(x, original, mask);
        NativeKernels.blend(
                numbersOf(x),
                numbersOf(original),
                numbersOf(mask),
                x.shape().dimension(1),
                mask.shape().elements());
    }

    @Override
    public void projectLatents(Tensor latents, LatentProjection projection, Tensor out) {
        OperandChecks.projectLatents(latents, projection, out);
        NativeKernels.projectLatents(
                numbersOf(latents),
                projection.weightsByChannel(),
                projection.bias().get(0).floatValue(),
                projection.bias().get(1).floatValue(),
                projection.bias().get(2).floatValue(),
                numbersOf(out),
                projection.channels(),
                latents.shape().elements() / projection.channels());
    }

    @Override
    public void resample(Tensor image, Tensor out) {
        OperandChecks.resample(image, out);
        Shape from = image.shape();
        Shape to = out.shape();
        int rows = from.dimension(1) * from.dimension(2);
        float[] wide = new float[rows * to.dimension(3)];
        resampleRows(image, LanczosTable.of(from.dimension(3), to.dimension(3)), rows, wide);
        resampleColumns(wide, LanczosTable.of(from.dimension(2), to.dimension(2)), out);
    }

    private static void resampleRows(Tensor image, LanczosTable table, int rows, float[] wide) {
        NativeKernels.resampleRows(
                numbersOf(image),
                wide,
                table.first(),
                table.weights(),
                table.taps(),
                table.from(),
                table.to(),
                rows);
    }

    private static void resampleColumns(float[] wide, LanczosTable table, Tensor out) {
        NativeKernels.resampleColumns(
                wide,
                numbersOf(out),
                table.first(),
                table.weights(),
                table.taps(),
                table.from(),
                table.to(),
                out.shape().dimension(3),
                out.shape().dimension(1));
    }

    @Override
    public void crop(Tensor image, int top, int left, Tensor out) {
        OperandChecks.crop(image, top, left, out);
        NativeKernels.crop(
                numbersOf(image),
                numbersOf(out),
                image.shape().dimension(2),
                image.shape().dimension(3),
                out.shape().dimension(2),
                out.shape().dimension(3),
                top,
                left,
                out.shape().dimension(1));
    }

    @Override
    public void paste(Tensor tile, TilePosition position, Tensor out) {
        OperandChecks.paste(tile, position, out);
        NativeKernels.paste(
                numbersOf(tile),
                numbersOf(out),
                out.shape().dimension(2),
                out.shape().dimension(3),
                tile.shape().dimension(2),
                tile.shape().dimension(3),
                position.top(),
                position.left(),
                position.fadeRows(),
                position.fadeColumns(),
                out.shape().dimension(1));
    }

    @Override
    public Bitmap toBitmap(Tensor image) {
        OperandChecks.toBitmap(image);
        int height = image.shape().dimension(2);
        int width = image.shape().dimension(3);
        byte[] rgba = new byte[4 * height * width];
        NativeKernels.toRgba(numbersOf(image), rgba, height * width);
        return new Bitmap(width, height, rgba);
    }

    @Override
    public void fromBytes(byte[] pixels, int bytesPerPixel, float scale, float shift, Tensor out) {
        OperandChecks.fromBytes(pixels, bytesPerPixel, out);
        NativeKernels.fromBytes(
                pixels,
                bytesPerPixel,
                scale,
                shift,
                numbersOf(out),
                out.shape().dimension(1),
                pixels.length / bytesPerPixel);
    }

    /** Native code sees an address only, so here is where a wrong buffer is found. */
    private static FloatBuffer numbersOf(Tensor tensor) {
        FloatBuffer numbers = tensor.floats();
        boolean plain =
                numbers.isDirect()
                        && numbers.order() == ByteOrder.nativeOrder()
                        && numbers.position() == 0
                        && numbers.limit() == tensor.shape().elements();
        if (!plain) {
            throw new IllegalArgumentException(
                    "Not a tensor of %s in native memory: %s".formatted(tensor.shape(), numbers));
        }
        return numbers;
    }
}

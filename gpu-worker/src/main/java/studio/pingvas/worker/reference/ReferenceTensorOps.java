package studio.pingvas.worker.reference;

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

/**
 * The operations in plain Java: what every kernel is measured against, and what runs on a processor
 * that the native ones are not built for.
 */
public final class ReferenceTensorOps implements TensorOps {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public void normalNoise(Tensor out, long seed, int offset) {
        PhiloxNormal.fill(out.floats(), seed, offset);
    }

    @Override
    public void repeat(Tensor in, float scale, Tensor out) {
        OperandChecks.repeat(in, out);
        Elementwise.repeat(in.floats(), scale, out.floats());
    }

    @Override
    public void fill(Tensor out, float value) {
        Elementwise.fill(out.floats(), value);
    }

    @Override
    public void scaleAndShift(Tensor x, float scale, float shift) {
        Elementwise.scaleAndShift(x.floats(), scale, shift);
    }

    @Override
    public void combine(Tensor out, float[] weights, Tensor... terms) {
        OperandChecks.combine(out, weights, terms);
        FloatBuffer[] sources =
                Arrays.stream(terms).map(Tensor::floats).toArray(FloatBuffer[]::new);
        Elementwise.combine(out.floats(), weights, sources);
    }

    @Override
    public void guidedStep(
            Tensor x, Tensor prediction, GuidedStep step, Tensor history, Tensor noise) {
        OperandChecks.guidedStep(x, prediction, history, noise);
        StepSum.apply(
                x.floats(),
                prediction.floats(),
                step,
                history == null ? null : history.floats(),
                noise == null ? null : noise.floats());
    }

    @Override
    public void blend(Tensor x, Tensor original, Tensor mask) {
        OperandChecks.blend(x, original, mask);
        Elementwise.blend(x.floats(), original.floats(), mask.floats());
    }

    @Override
    public void projectLatents(Tensor latents, LatentProjection projection, Tensor out) {
        OperandChecks.projectLatents(latents, projection, out);
        LatentPreview.project(latents.toArray(), projection, out.floats());
    }

    @Override
    public void resample(Tensor image, Tensor out) {
        OperandChecks.resample(image, out);
        Shape from = image.shape();
        Shape to = out.shape();
        LanczosTable rows = LanczosTable.of(from.dimension(3), to.dimension(3));
        LanczosTable columns = LanczosTable.of(from.dimension(2), to.dimension(2));
        float[] wide = Lanczos.resampleRows(image.floats(), rows);
        Lanczos.resampleColumns(wide, columns, to.dimension(3), out.floats());
    }

    @Override
    public void crop(Tensor image, int top, int left, Tensor out) {
        OperandChecks.crop(image, top, left, out);
        Tiles.crop(image, top, left, out);
    }

    @Override
    public void paste(Tensor tile, TilePosition position, Tensor out) {
        OperandChecks.paste(tile, position, out);
        Tiles.paste(tile, position, out);
    }

    @Override
    public Bitmap toBitmap(Tensor image) {
        OperandChecks.toBitmap(image);
        Shape shape = image.shape();
        return new Bitmap(shape.dimension(3), shape.dimension(2), Pixels.toRgba(image.floats()));
    }

    @Override
    public void fromBytes(byte[] pixels, int bytesPerPixel, float scale, float shift, Tensor out) {
        OperandChecks.fromBytes(pixels, bytesPerPixel, out);
        Pixels.fromBytes(pixels, bytesPerPixel, scale, shift, out.floats());
    }
}

package studio.pingvas.worker.reference;

import java.nio.FloatBuffer;
import java.util.Arrays;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.GuidedStep;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TilePosition;

/** The operations in plain Java: what every kernel is measured against, and what runs on a CPU. */
public final class ReferenceTensorOps implements TensorOps {
    private static final int MAX_TERMS = 5;

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public void normalNoise(Tensor out, long seed, int offset) {
        out.floats().put(PhiloxNormal.fill(out.shape().elements(), seed, offset));
    }

    @Override
    public void repeat(Tensor in, float scale, Tensor out) {
        requireShape(in, in.shape().withBatch(1));
        requireShape(out, in.shape().withBatch(out.shape().dimension(0)));
        FloatBuffer source = in.floats();
        FloatBuffer target = out.floats();
        for (int i = 0; i < target.limit(); i++) {
            target.put(i, source.get(i % source.limit()) * scale);
        }
    }

    @Override
    public void fill(Tensor out, float value) {
        FloatBuffer target = out.floats();
        while (target.hasRemaining()) {
            target.put(value);
        }
    }

    @Override
    public void scaleAndShift(Tensor x, float scale, float shift) {
        FloatBuffer values = x.floats();
        for (int i = 0; i < values.limit(); i++) {
            values.put(i, Math.fma(values.get(i), scale, shift));
        }
    }

    @Override
    public void combine(Tensor out, float[] weights, Tensor... terms) {
        if (terms.length < 1 || terms.length > MAX_TERMS || terms.length != weights.length) {
            throw new IllegalArgumentException(terms.length + " terms, " + weights.length);
        }
        FloatBuffer[] sources = new FloatBuffer[terms.length];
        for (int term = 0; term < terms.length; term++) {
            requireShape(terms[term], out.shape());
            sources[term] = terms[term].floats();
        }
        FloatBuffer target = out.floats();
        for (int i = 0; i < target.limit(); i++) {
            float sum = weights[0] * sources[0].get(i);
            for (int term = 1; term < terms.length; term++) {
                sum = Math.fma(weights[term], sources[term].get(i), sum);
            }
            target.put(i, sum);
        }
    }

    @Override
    public void guidedStep(
            Tensor x, Tensor prediction, GuidedStep step, Tensor history, Tensor noise) {
        int rows = prediction.shape().dimension(0);
        requireShape(x, x.shape().withBatch(1));
        requireShape(prediction, x.shape().withBatch(Math.min(rows, 2)));
        FloatBuffer latents = x.floats();
        FloatBuffer output = prediction.floats();
        FloatBuffer clean = floatsOrNull(history, x.shape());
        FloatBuffer fresh = floatsOrNull(noise, x.shape());
        int count = latents.limit();
        for (int i = 0; i < count; i++) {
            float guided = output.get(i);
            if (rows == 2) {
                float without = output.get(count + i);
                guided = Math.fma(step.guidance(), guided - without, without);
            }
            float before = latents.get(i);
            float sum = Math.fma(step.prediction(), guided, step.latents() * before);
            if (clean != null && step.history() != 0) {
                sum = Math.fma(step.history(), clean.get(i), sum);
            }
            if (fresh != null) {
                sum = Math.fma(step.noise(), fresh.get(i), sum);
            }
            if (clean != null) {
                float estimate = step.cleanLatents() * before;
                clean.put(i, Math.fma(step.cleanPrediction(), guided, estimate));
            }
            latents.put(i, sum);
        }
    }

    @Override
    public void blend(Tensor x, Tensor original, Tensor mask) {
        Shape shape = x.shape();
        requireShape(original, shape);
        requireShape(mask, Shape.of(1, 1, shape.dimension(2), shape.dimension(3)));
        FloatBuffer values = x.floats();
        FloatBuffer kept = original.floats();
        FloatBuffer free = mask.floats();
        for (int i = 0; i < values.limit(); i++) {
            float keep = kept.get(i);
            values.put(i, Math.fma(free.get(i % free.limit()), values.get(i) - keep, keep));
        }
    }

    @Override
    public void projectLatents(Tensor latents, LatentProjection projection, Tensor out) {
        Shape shape = latents.shape();
        int height = shape.dimension(2);
        int width = shape.dimension(3);
        requireShape(latents, Shape.of(1, projection.channels(), height, width));
        requireShape(out, Shape.of(1, 3, height, width));
        float[] source = floatsOf(latents);
        FloatBuffer target = out.floats();
        int area = height * width;
        for (int color = 0; color < 3; color++) {
            float[] plane = new float[area];
            Arrays.fill(plane, projection.bias().get(color).floatValue());
            for (int channel = 0; channel < projection.channels(); channel++) {
                float weight = projection.weights().get(channel).get(color).floatValue();
                for (int i = 0; i < area; i++) {
                    plane[i] = Math.fma(source[channel * area + i], weight, plane[i]);
                }
            }
            for (int i = 0; i < area; i++) {
                target.put(Math.fma(2, plane[i], -1));
            }
        }
    }

    @Override
    public void resample(Tensor image, Tensor out) {
        Shape from = image.shape();
        Shape to = out.shape();
        requireShape(out, Shape.of(1, from.dimension(1), to.dimension(2), to.dimension(3)));
        Lanczos rows = new Lanczos(from.dimension(3), to.dimension(3));
        Lanczos columns = new Lanczos(from.dimension(2), to.dimension(2));
        float[] wide = rows.resampleRows(floatsOf(image));
        out.floats().put(columns.resampleColumns(wide, to.dimension(3)));
    }

    @Override
    public void crop(Tensor image, int top, int left, Tensor out) {
        Shape from = image.shape();
        Shape to = out.shape();
        requireShape(out, Shape.of(1, from.dimension(1), to.dimension(2), to.dimension(3)));
        requireInside(from, to, top, left);
        FloatBuffer source = image.floats();
        FloatBuffer target = out.floats();
        int width = to.dimension(3);
        for (int row = 0; row < to.dimension(1) * to.dimension(2); row++) {
            int plane = row / to.dimension(2);
            int y = top + row % to.dimension(2);
            int begin = (plane * from.dimension(2) + y) * from.dimension(3) + left;
            for (int x = 0; x < width; x++) {
                target.put(row * width + x, source.get(begin + x));
            }
        }
    }

    @Override
    public void paste(Tensor tile, TilePosition position, Tensor out) {
        Shape from = tile.shape();
        Shape to = out.shape();
        requireShape(tile, Shape.of(1, to.dimension(1), from.dimension(2), from.dimension(3)));
        requireInside(to, from, position.top(), position.left());
        FloatBuffer source = tile.floats();
        FloatBuffer target = out.floats();
        int width = from.dimension(3);
        for (int row = 0; row < from.dimension(1) * from.dimension(2); row++) {
            int plane = row / from.dimension(2);
            int y = row % from.dimension(2);
            float fade = fade(y, position.fadeRows());
            int begin =
                    (plane * to.dimension(2) + position.top() + y) * to.dimension(3)
                            + position.left();
            for (int x = 0; x < width; x++) {
                float weight = fade * fade(x, position.fadeColumns());
                float before = target.get(begin + x);
                float difference = source.get(row * width + x) - before;
                // What is not faded is not read: it may be undefined.
                boolean whole = weight == 1;
                target.put(
                        begin + x,
                        whole ? source.get(row * width + x) : Math.fma(weight, difference, before));
            }
        }
    }

    @Override
    public Bitmap toBitmap(Tensor image) {
        int height = image.shape().dimension(2);
        int width = image.shape().dimension(3);
        requireShape(image, Shape.of(1, 3, height, width));
        float[] source = floatsOf(image);
        int area = height * width;
        byte[] rgba = new byte[area * 4];
        for (int i = 0; i < area; i++) {
            rgba[4 * i] = toByte(source[i]);
            rgba[4 * i + 1] = toByte(source[area + i]);
            rgba[4 * i + 2] = toByte(source[2 * area + i]);
            rgba[4 * i + 3] = (byte) 0xFF;
        }
        return new Bitmap(width, height, rgba);
    }

    @Override
    public void fromBytes(byte[] pixels, int bytesPerPixel, float scale, float shift, Tensor out) {
        Shape shape = out.shape();
        int channels = shape.dimension(1);
        int area = shape.dimension(2) * shape.dimension(3);
        requireShape(out, Shape.of(1, channels, shape.dimension(2), shape.dimension(3)));
        if (channels > bytesPerPixel || pixels.length != area * bytesPerPixel) {
            throw new IllegalArgumentException(pixels.length + " bytes for " + shape);
        }
        FloatBuffer target = out.floats();
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < area; i++) {
                int value = pixels[i * bytesPerPixel + channel] & 0xFF;
                target.put(channel * area + i, Math.fma(value, scale, shift));
            }
        }
    }

    /** Half is added before the fraction is cut off; not-a-number becomes 0. */
    private static byte toByte(float value) {
        float scaled = Math.fma(value, 127.5f, 128.0f);
        return (byte) (int) Math.min(Math.max(scaled, 0f), 255f);
    }

    private static float[] floatsOf(Tensor tensor) {
        float[] values = new float[tensor.shape().elements()];
        tensor.floats().get(values);
        return values;
    }

    /** Rises to 1 behind the faded part, and is never 0. */
    private static float fade(int position, int faded) {
        return position >= faded ? 1 : (position + 1) / (float) (faded + 1);
    }

    private static FloatBuffer floatsOrNull(Tensor tensor, Shape shape) {
        if (tensor == null) {
            return null;
        }
        requireShape(tensor, shape);
        return tensor.floats();
    }

    private static void requireInside(Shape outer, Shape inner, int top, int left) {
        boolean inside =
                top >= 0
                        && left >= 0
                        && top + inner.dimension(2) <= outer.dimension(2)
                        && left + inner.dimension(3) <= outer.dimension(3);
        if (!inside) {
            throw new IllegalArgumentException(
                    inner + " at " + top + ", " + left + " is not inside " + outer);
        }
    }

    private static void requireShape(Tensor tensor, Shape expected) {
        if (!tensor.shape().equals(expected)) {
            throw new IllegalArgumentException(
                    "Expected a tensor of " + expected + ", got " + tensor.shape());
        }
    }
}

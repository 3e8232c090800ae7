package studio.pingvas.worker.reference;

import java.nio.FloatBuffer;
import java.util.Arrays;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.LatentProjection;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;

/** The operations in plain Java: what every kernel is measured against, and what runs on a CPU. */
public final class ReferenceTensorOps implements TensorOps {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public void normalNoise(Tensor out, long seed, int offset) {
        out.floats().put(PhiloxNormal.fill(out.shape().elements(), seed, offset));
    }

    @Override
    public void repeat(Tensor in, Tensor out) {
        requireShape(out, in.shape().withBatch(out.shape().dimension(0)));
        FloatBuffer target = out.floats();
        while (target.hasRemaining()) {
            target.put(in.floats());
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
    public void guidedEulerStep(Tensor x, Tensor prediction, float scale, float delta) {
        requireShape(prediction, x.shape().withBatch(2));
        FloatBuffer values = x.floats();
        FloatBuffer rows = prediction.floats();
        int count = values.limit();
        for (int i = 0; i < count; i++) {
            float without = rows.get(count + i);
            float guided = Math.fma(scale, rows.get(i) - without, without);
            values.put(i, Math.fma(guided, delta, values.get(i)));
        }
    }

    @Override
    public void eulerStep(Tensor x, Tensor prediction, float delta) {
        requireShape(prediction, x.shape());
        FloatBuffer values = x.floats();
        FloatBuffer slope = prediction.floats();
        for (int i = 0; i < values.limit(); i++) {
            values.put(i, Math.fma(slope.get(i), delta, values.get(i)));
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
    public void enlarge(Tensor image, int factor, Tensor out) {
        int planes = image.shape().dimension(1);
        int height = image.shape().dimension(2);
        int width = image.shape().dimension(3);
        requireShape(out, Shape.of(1, planes, height * factor, width * factor));
        float[] source = floatsOf(image);
        out.floats().put(new Lanczos(factor).enlarge(source, planes, height, width));
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

    private static void requireShape(Tensor tensor, Shape expected) {
        if (!tensor.shape().equals(expected)) {
            throw new IllegalArgumentException(
                    "Expected a tensor of " + expected + ", got " + tensor.shape());
        }
    }
}

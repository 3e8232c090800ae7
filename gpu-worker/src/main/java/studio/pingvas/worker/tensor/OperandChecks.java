package studio.pingvas.worker.tensor;

/**
 * What the operands of each operation of {@link TensorOps} must be. Every implementation begins an
 * operation with its check: native code reads and writes where the shapes say, without looking.
 *
 * <p>All throw {@link IllegalArgumentException}.
 */
public final class OperandChecks {
    private static final int MAX_TERMS = 5;
    private static final int COLORS = 3;
    private static final int RGBA = 4;

    private OperandChecks() {}

    public static void repeat(Tensor in, Tensor out) {
        requireBatch(in);
        requireBatch(out);
        requireShape(in, in.shape().withBatch(1));
        requireShape(out, in.shape().withBatch(out.shape().dimension(0)));
    }

    public static void combine(Tensor out, float[] weights, Tensor... terms) {
        if (terms.length < 1 || terms.length > MAX_TERMS || terms.length != weights.length) {
            throw new IllegalArgumentException(
                    terms.length + " terms and " + weights.length + " weights");
        }
        for (Tensor term : terms) {
            requireShape(term, out.shape());
        }
    }

    public static void guidedStep(Tensor x, Tensor prediction, Tensor history, Tensor noise) {
        requireBatch(x);
        requireBatch(prediction);
        int rows = prediction.shape().dimension(0);
        requireShape(x, x.shape().withBatch(1));
        requireShape(prediction, x.shape().withBatch(Math.min(rows, 2)));
        if (history != null) {
            requireShape(history, x.shape());
        }
        if (noise != null) {
            requireShape(noise, x.shape());
        }
    }

    public static void blend(Tensor x, Tensor original, Tensor mask) {
        requirePicture(x);
        requireShape(original, x.shape());
        requireShape(mask, Shape.of(1, 1, height(x), width(x)));
    }

    public static void projectLatents(Tensor latents, LatentProjection projection, Tensor out) {
        requirePicture(latents);
        requireShape(latents, Shape.of(1, projection.channels(), height(latents), width(latents)));
        requireShape(out, Shape.of(1, COLORS, height(latents), width(latents)));
    }

    public static void resample(Tensor image, Tensor out) {
        requirePicture(image);
        requirePicture(out);
        requireShape(out, Shape.of(1, channels(image), height(out), width(out)));
        requireArray((long) channels(image) * height(image) * width(out));
    }

    public static void crop(Tensor image, int top, int left, Tensor out) {
        requirePicture(image);
        requirePicture(out);
        requireShape(out, Shape.of(1, channels(image), height(out), width(out)));
        requireInside(image, out, top, left);
    }

    public static void paste(Tensor tile, TilePosition position, Tensor out) {
        requirePicture(tile);
        requirePicture(out);
        requireShape(tile, Shape.of(1, channels(out), height(tile), width(tile)));
        requireInside(out, tile, position.top(), position.left());
        if (position.fadeRows() > height(tile) || position.fadeColumns() > width(tile)) {
            throw new IllegalArgumentException(
                    "More fades in than there is: " + position + " of " + tile.shape());
        }
    }

    public static void toBitmap(Tensor image) {
        requirePicture(image);
        requireShape(image, Shape.of(1, COLORS, height(image), width(image)));
        requireArray((long) height(image) * width(image) * RGBA);
    }

    public static void fromBytes(byte[] pixels, int bytesPerPixel, Tensor out) {
        requirePicture(out);
        long expected = (long) height(out) * width(out) * bytesPerPixel;
        if (channels(out) > bytesPerPixel || pixels.length != expected) {
            throw new IllegalArgumentException(
                    "%d bytes, %d a pixel, for %s"
                            .formatted(pixels.length, bytesPerPixel, out.shape()));
        }
    }

    private static int channels(Tensor picture) {
        return picture.shape().dimension(1);
    }

    private static int height(Tensor picture) {
        return picture.shape().dimension(2);
    }

    private static int width(Tensor picture) {
        return picture.shape().dimension(3);
    }

    private static void requireBatch(Tensor tensor) {
        if (tensor.shape().rank() == 0) {
            throw new IllegalArgumentException("A tensor without dimensions has no rows.");
        }
    }

    /** One row of channels, height and width. */
    private static void requirePicture(Tensor tensor) {
        Shape shape = tensor.shape();
        if (shape.rank() != 4 || shape.dimension(0) != 1) {
            throw new IllegalArgumentException("Not one picture: " + shape);
        }
    }

    private static void requireInside(Tensor outer, Tensor inner, int top, int left) {
        boolean inside =
                top >= 0
                        && left >= 0
                        && top <= height(outer) - height(inner)
                        && left <= width(outer) - width(inner);
        if (!inside) {
            throw new IllegalArgumentException(
                    "%s at %d, %d is not inside %s"
                            .formatted(inner.shape(), top, left, outer.shape()));
        }
    }

    private static void requireArray(long length) {
        if (length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(length + " numbers do not fit into an array");
        }
    }

    private static void requireShape(Tensor tensor, Shape expected) {
        if (!tensor.shape().equals(expected)) {
            throw new IllegalArgumentException(
                    "Expected a tensor of " + expected + ", got " + tensor.shape());
        }
    }
}

package studio.pingvas.worker.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.metrics.Phase;
import studio.pingvas.worker.metrics.PhaseTimer;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.DeviceMemoryException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorScope;

/**
 * Enlarges pictures tile by tile: what the device needs depends on the tile, not on the picture.
 * Each tile is enlarged with its surroundings, and only its middle is kept, so that no seam shows.
 */
public final class UpscalePipeline {
    private static final Logger LOG = LoggerFactory.getLogger(UpscalePipeline.class);
    private static final int SMALLEST_TILE = 64;
    private static final int PREVIEW_SIDE = 128;

    private final Device device;
    private final TensorOps ops;
    private final PhaseTimer timer;

    public UpscalePipeline(Device device, PhaseTimer timer) {
        this.device = device;
        this.ops = device.ops();
        this.timer = timer;
    }

    /**
     * @param listener hears of each tile as of a step, with the picture so far
     */
    public void run(
            Enlargement enlargement,
            List<Bitmap> originals,
            StepListener listener,
            PictureSink sink)
            throws IOException {
        for (int picture = 0; picture < originals.size(); picture++) {
            Bitmap original = originals.get(picture);
            sink.accept(picture, enlarge(enlargement, original, listener, picture));
        }
    }

    /** Steps that a listener will hear of for one picture, if memory lasts. */
    public static int tiles(int width, int height, int side) {
        return ((width + side - 1) / side) * ((height + side - 1) / side);
    }

    private Bitmap enlarge(
            Enlargement enlargement, Bitmap original, StepListener listener, int picture) {
        Bitmap preview = previewOf(original);
        int side = enlargement.tile();
        while (true) {
            try {
                return enlarge(
                        enlargement,
                        original,
                        side,
                        done -> listener.stepDone(picture, done, () -> preview));
            } catch (DeviceMemoryException e) {
                if (side / 2 < SMALLEST_TILE) {
                    throw e;
                }
                side /= 2;
                LOG.warn("memory is short, tiles of {} from here on: {}", side, e.getMessage());
                device.releaseUnusedMemory();
            }
        }
    }

    private Bitmap enlarge(
            Enlargement enlargement, Bitmap original, int side, IntConsumer tileDone) {
        int factor = enlargement.factor();
        int width = original.width() * factor;
        int height = original.height() * factor;
        byte[] rgba = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 4)];
        int done = 0;
        for (PictureTile tile : PictureTile.of(original, side, enlargement.margin())) {
            Bitmap enlarged = timer.time(Phase.DECODE, () -> enlarge(enlargement, original, tile));
            tile.putInto(rgba, original.width(), enlarged, factor);
            done++;
            tileDone.accept(done);
        }
        return new Bitmap(width, height, rgba);
    }

    private Bitmap enlarge(Enlargement enlargement, Bitmap original, PictureTile tile) {
        int factor = enlargement.factor();
        try (TensorScope scope = device.openScope()) {
            PictureTensors pictures = new PictureTensors(ops, scope);
            Tensor image = pictures.load(tile.cutFrom(original));
            Tensor large = enlargement.enlarge(scope, image);
            Tensor middle =
                    scope.floats(Shape.of(1, 3, tile.height() * factor, tile.width() * factor));
            ops.crop(
                    large,
                    (tile.top() - tile.outerTop()) * factor,
                    (tile.left() - tile.outerLeft()) * factor,
                    middle);
            return ops.toBitmap(middle);
        }
    }

    /** Every so manieth pixel: good enough to see which picture it is. */
    private static Bitmap previewOf(Bitmap original) {
        int longest = Math.max(original.width(), original.height());
        int stride = Math.max(1, longest / PREVIEW_SIDE);
        int width = (original.width() + stride - 1) / stride;
        int height = (original.height() + stride - 1) / stride;
        byte[] rgba = new byte[width * height * 4];
        for (int pixel = 0; pixel < width * height; pixel++) {
            int y = pixel / width * stride;
            int x = pixel % width * stride;
            System.arraycopy(original.rgba(), (y * original.width() + x) * 4, rgba, pixel * 4, 4);
        }
        return new Bitmap(width, height, rgba);
    }
}

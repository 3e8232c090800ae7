package studio.pingvas.worker.reference;

import java.nio.FloatBuffer;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TilePosition;

/** Cutting a tile out of a picture and putting it back without a seam. */
final class Tiles {
    private Tiles() {}

    static void crop(Tensor picture, int top, int left, Tensor tile) {
        FloatBuffer source = picture.floats();
        FloatBuffer target = tile.floats();
        int width = tile.shape().dimension(3);
        int rows = tile.shape().dimension(1) * tile.shape().dimension(2);
        for (int row = 0; row < rows; row++) {
            int begin = placeOf(tile.shape(), row, picture.shape(), top, left);
            for (int x = 0; x < width; x++) {
                target.put(row * width + x, source.get(begin + x));
            }
        }
    }

    static void paste(Tensor tile, TilePosition position, Tensor picture) {
        FloatBuffer source = tile.floats();
        FloatBuffer target = picture.floats();
        int height = tile.shape().dimension(2);
        int width = tile.shape().dimension(3);
        for (int row = 0; row < tile.shape().dimension(1) * height; row++) {
            float fade = fade(row % height, position.fadeRows());
            int begin =
                    placeOf(tile.shape(), row, picture.shape(), position.top(), position.left());
            for (int x = 0; x < width; x++) {
                float weight = fade * fade(x, position.fadeColumns());
                float value = source.get(row * width + x);
                target.put(begin + x, weight == 1 ? value : over(target, begin + x, weight, value));
            }
        }
    }

    /** What is not faded does not come here, and is not read: it may be undefined. */
    private static float over(FloatBuffer target, int at, float weight, float value) {
        float before = target.get(at);
        return Math.fma(weight, value - before, before);
    }

    /** Where a row of a tile, counted through all channels, begins in the picture. */
    private static int placeOf(Shape tile, int row, Shape picture, int top, int left) {
        int plane = row / tile.dimension(2);
        int y = top + row % tile.dimension(2);
        return (plane * picture.dimension(2) + y) * picture.dimension(3) + left;
    }

    /** Rises to 1 behind the faded part, and is never 0. */
    private static float fade(int position, int faded) {
        return position >= faded ? 1 : (position + 1) / (float) (faded + 1);
    }
}

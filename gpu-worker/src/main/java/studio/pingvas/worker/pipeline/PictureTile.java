package studio.pingvas.worker.pipeline;

import java.util.ArrayList;
import java.util.List;
import studio.pingvas.worker.image.Bitmap;

/**
 * A rectangle of a picture, and the larger one of it with its surroundings.
 *
 * @param left first column that counts
 * @param top first row that counts
 * @param width columns that count
 * @param height rows that count
 * @param outerLeft first column with the surroundings
 * @param outerTop first row with the surroundings
 * @param outerWidth columns with the surroundings
 * @param outerHeight rows with the surroundings
 */
record PictureTile(
        int left,
        int top,
        int width,
        int height,
        int outerLeft,
        int outerTop,
        int outerWidth,
        int outerHeight) {
    private static final int BYTES_PER_PIXEL = 4;

    /** Tiles that cover a picture, row by row; those of the last row and column may be smaller. */
    static List<PictureTile> of(Bitmap picture, int side, int margin) {
        List<PictureTile> tiles = new ArrayList<>();
        for (int top = 0; top < picture.height(); top += side) {
            for (int left = 0; left < picture.width(); left += side) {
                int right = Math.min(left + side, picture.width());
                int bottom = Math.min(top + side, picture.height());
                int outerLeft = Math.max(left - margin, 0);
                int outerTop = Math.max(top - margin, 0);
                tiles.add(
                        new PictureTile(
                                left,
                                top,
                                right - left,
                                bottom - top,
                                outerLeft,
                                outerTop,
                                Math.min(right + margin, picture.width()) - outerLeft,
                                Math.min(bottom + margin, picture.height()) - outerTop));
            }
        }
        return tiles;
    }

    /** The tile with its surroundings. */
    Bitmap cutFrom(Bitmap picture) {
        byte[] pixels = new byte[outerWidth * outerHeight * BYTES_PER_PIXEL];
        int length = outerWidth * BYTES_PER_PIXEL;
        for (int row = 0; row < outerHeight; row++) {
            int from = ((outerTop + row) * picture.width() + outerLeft) * BYTES_PER_PIXEL;
            System.arraycopy(picture.rgba(), from, pixels, row * length, length);
        }
        return new Bitmap(outerWidth, outerHeight, pixels);
    }

    /**
     * @param enlarged what became of the tile without its surroundings
     */
    void putInto(byte[] rgba, int pictureWidth, Bitmap enlarged, int factor) {
        int length = enlarged.width() * BYTES_PER_PIXEL;
        for (int row = 0; row < enlarged.height(); row++) {
            int to = (top * factor + row) * pictureWidth * factor + left * factor;
            System.arraycopy(enlarged.rgba(), row * length, rgba, to * BYTES_PER_PIXEL, length);
        }
    }
}

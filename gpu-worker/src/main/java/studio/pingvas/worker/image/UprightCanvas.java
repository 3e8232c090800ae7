package studio.pingvas.worker.image;

import studio.pingvas.platform.picture.Orientation;
import studio.pingvas.platform.picture.PictureHeader;

/** Takes pixels where they are stored and puts them where they are seen. */
final class UprightCanvas {
    private final int width;
    private final int height;
    private final byte[] rgba;
    private final int origin;
    private final int acrossStep;
    private final int downStep;

    UprightCanvas(PictureHeader header) {
        width = header.shownWidth();
        height = header.shownHeight();
        rgba = new byte[4 * width * height];
        Orientation orientation = header.orientation();
        boolean fromRight =
                switch (orientation) {
                    case MIRRORED, ROTATED_180, ROTATED_90, TRANSVERSED -> true;
                    default -> false;
                };
        boolean fromBelow =
                switch (orientation) {
                    case FLIPPED, ROTATED_180, ROTATED_270, TRANSVERSED -> true;
                    default -> false;
                };
        int sideStep = fromRight ? -4 : 4;
        int rowStep = fromBelow ? -4 * width : 4 * width;
        origin = (fromRight ? 4 * (width - 1) : 0) + (fromBelow ? 4 * width * (height - 1) : 0);
        acrossStep = orientation.swapsSides() ? rowStep : sideStep;
        downStep = orientation.swapsSides() ? sideStep : rowStep;
    }

    /**
     * @param x as stored
     * @param y as stored
     */
    void put(int x, int y, int red, int green, int blue, int alpha) {
        int at = origin + x * acrossStep + y * downStep;
        rgba[at] = (byte) red;
        rgba[at + 1] = (byte) green;
        rgba[at + 2] = (byte) blue;
        rgba[at + 3] = (byte) alpha;
    }

    Bitmap bitmap() {
        return new Bitmap(width, height, rgba);
    }
}

package studio.pingvas.worker.image;

import java.util.Random;

/** Pictures for tests. */
public final class TestBitmaps {
    private TestBitmaps() {}

    /** Smooth colours, so that it compresses as a photograph does. */
    public static Bitmap colorful(int width, int height) {
        byte[] rgba = new byte[width * height * 4];
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            rgba[4 * i] = (byte) (128 + 100 * Math.sin(x * 0.05));
            rgba[4 * i + 1] = (byte) (128 + 100 * Math.cos(y * 0.07));
            rgba[4 * i + 2] = (byte) (x + y);
            rgba[4 * i + 3] = (byte) 255;
        }
        return new Bitmap(width, height, rgba);
    }

    /** The hardest there is for any encoder. */
    public static Bitmap noise(int width, int height) {
        byte[] rgba = new byte[width * height * 4];
        new Random(1).nextBytes(rgba);
        return new Bitmap(width, height, rgba);
    }
}

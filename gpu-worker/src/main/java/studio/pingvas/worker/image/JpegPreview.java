package studio.pingvas.worker.image;

import java.awt.image.BufferedImage;

/** A small JPEG to show while a picture is being made. */
public final class JpegPreview {
    /** It travels in a message at every step. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final float[] QUALITIES = {0.8f, 0.5f, 0.2f, 0.05f};

    private JpegPreview() {}

    /**
     * @return the best quality that is small enough, or the smallest
     */
    public static byte[] encode(Bitmap bitmap) {
        BufferedImage image = bitmap.toBufferedImage();
        byte[] jpeg = new byte[0];
        for (float quality : QUALITIES) {
            jpeg = ImageIoEncoder.encode(image, "image/jpeg", null, quality);
            if (jpeg.length < MAX_BYTES) {
                break;
            }
        }
        return jpeg;
    }
}

package studio.pingvas.generation.inputs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class Png {
    /** Of a chunk without content, as the last one is. */
    private static final int FRAME_BYTES = 12;

    private Png() {}

    public static byte[] of(int width, int height) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(
                    new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a part that nobody needs, so that the file has that length. */
    static byte[] of(int width, int height, int length) {
        byte[] picture = of(width, height);
        int padding = length - picture.length - FRAME_BYTES;
        return ByteBuffer.allocate(length)
                .put(picture, 0, picture.length - FRAME_BYTES)
                .putInt(padding)
                .put("paDd".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[padding + Integer.BYTES])
                .put(picture, picture.length - FRAME_BYTES, FRAME_BYTES)
                .array();
    }
}

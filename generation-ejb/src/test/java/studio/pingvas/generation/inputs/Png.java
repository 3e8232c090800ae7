package studio.pingvas.generation.inputs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/** Pictures for tests. */
final class Png {
    private Png() {}

    static ByteBuffer of(int width, int height) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(
                    new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file);
            return ByteBuffer.wrap(file.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

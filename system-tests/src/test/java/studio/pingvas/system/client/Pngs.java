package studio.pingvas.system.client;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Picture files that somebody might upload. */
public final class Pngs {
    private Pngs() {}

    public static byte[] plain(int width, int height, Color color) {
        return write(painted(width, height, color));
    }

    /** Black, and white in its left half. */
    public static byte[] maskOfLeftHalf(int width, int height) {
        BufferedImage mask = painted(width, height, Color.BLACK);
        paint(mask, width / 2, height, Color.WHITE);
        return write(mask);
    }

    private static BufferedImage painted(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        paint(image, width, height, color);
        return image;
    }

    private static void paint(BufferedImage image, int width, int height, Color color) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
    }

    private static byte[] write(BufferedImage image) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

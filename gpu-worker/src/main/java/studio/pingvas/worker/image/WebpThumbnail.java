package studio.pingvas.worker.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A WebP whose longer side is at most {@value #MAX_SIDE} pixels. */
public final class WebpThumbnail {
    public static final int MAX_SIDE = 256;

    private static final float QUALITY = 0.85f;

    private WebpThumbnail() {}

    /**
     * Loads the native encoder. It would be unpacked anew by every process and left behind by one
     * that is killed; here it is unpacked into a folder that is gone as soon as it is loaded.
     *
     * @param cache folder in which to unpack; must be our own
     */
    public static void loadNatives(Path cache) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(cache), "webp");
        System.setProperty("com.luciad.imageio.webp.tmpdir", folder.toString());
        encode(new Bitmap(1, 1, new byte[4]));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    public static byte[] encode(Bitmap bitmap) {
        BufferedImage image = shrink(bitmap.toBufferedImage());
        return ImageIoEncoder.encode(image, "image/webp", "Lossy", QUALITY);
    }

    private static BufferedImage shrink(BufferedImage image) {
        BufferedImage small = image;
        // Halves first: bilinear sampling looks at four pixels only and would skip the others.
        while (longerSide(small) >= 2 * MAX_SIDE) {
            small = scale(small, half(small.getWidth()), half(small.getHeight()));
        }
        if (longerSide(small) <= MAX_SIDE) {
            return small;
        }
        double factor = MAX_SIDE / (double) longerSide(small);
        return scale(small, scaled(small.getWidth(), factor), scaled(small.getHeight(), factor));
    }

    private static BufferedImage scale(BufferedImage image, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static int longerSide(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static int half(int side) {
        return Math.max(1, side / 2);
    }

    private static int scaled(int side, double factor) {
        return Math.max(1, (int) Math.round(side * factor));
    }
}

package studio.pingvas.worker.image;

import java.awt.image.BufferedImage;

/** Pixels in host memory: red, green, blue, alpha, row by row, top first. */
public record Bitmap(int width, int height, byte[] rgba) {
    public Bitmap {
        if (rgba.length != Math.multiplyExact(Math.multiplyExact(width, height), 4)) {
            throw new IllegalArgumentException("Not " + width + "x" + height + " pixels.");
        }
    }

    /** For ImageIO, which knows no RGBA bytes; alpha is dropped. */
    BufferedImage toBufferedImage() {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] =
                    (rgba[4 * i] & 0xFF) << 16
                            | (rgba[4 * i + 1] & 0xFF) << 8
                            | rgba[4 * i + 2] & 0xFF;
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }
}

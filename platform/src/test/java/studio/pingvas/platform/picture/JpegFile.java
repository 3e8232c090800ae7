package studio.pingvas.platform.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Builds a JPEG segment by segment, around real pixels or around none. */
public final class JpegFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public JpegFile() {
        marker(0xD8);
    }

    public JpegFile marker(int code) {
        bytes.write(0xFF);
        bytes.write(code);
        return this;
    }

    public JpegFile segment(int code, byte... data) {
        marker(code);
        bytes.write(data.length + 2 >> 8);
        bytes.write(data.length + 2);
        bytes.writeBytes(data);
        return this;
    }

    public JpegFile exif(byte[] tiff) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        data.writeBytes(tiff);
        return segment(0xE1, data.toByteArray());
    }

    public JpegFile frame(int code, int width, int height, int components, int precision) {
        byte[] data = new byte[6 + 3 * components];
        data[0] = (byte) precision;
        data[1] = (byte) (height >> 8);
        data[2] = (byte) height;
        data[3] = (byte) (width >> 8);
        data[4] = (byte) width;
        data[5] = (byte) components;
        for (int i = 0; i < components; i++) {
            data[6 + 3 * i] = (byte) (i + 1);
            data[7 + 3 * i] = 0x11;
        }
        return segment(code, data);
    }

    public JpegFile scan(byte... entropyCoded) {
        segment(0xDA, (byte) 1, (byte) 1, (byte) 0, (byte) 0, (byte) 63, (byte) 0);
        bytes.writeBytes(entropyCoded);
        return this;
    }

    /** Everything of a picture but its start. */
    public JpegFile picture(BufferedImage image) {
        byte[] jpeg = encode(image);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return this;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "jpeg", out)) {
                throw new AssertionError("No writer for " + image);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

package studio.pingvas.worker.image;

import java.io.IOException;
import java.util.zip.DataFormatException;
import studio.pingvas.platform.picture.BarePicture;
import studio.pingvas.platform.picture.PictureFormat;
import studio.pingvas.platform.picture.PictureRefusedException;
import studio.pingvas.platform.picture.PictureRefusedException.Reason;

/**
 * Pictures that somebody uploaded: PNG of every kind, JPEG in grey or three colours, WebP; the
 * first frame where there are several. They come out upright by their Exif orientation, in 8 bits,
 * and are taken for sRGB whatever profile they name.
 */
public final class PictureReader {
    private PictureReader() {}

    /**
     * @param file its bytes, nothing about them known yet
     * @return what a person would see on white paper, no pixel transparent
     * @throws InputRefusedException if it is no picture that can be read
     */
    public static Bitmap read(byte[] file) {
        Bitmap bitmap = decode(file);
        layOnWhite(bitmap.rgba());
        return bitmap;
    }

    /** With its transparency. */
    static Bitmap decode(byte[] file) {
        try {
            return decode(BarePicture.of(file));
        } catch (PictureRefusedException e) {
            throw new InputRefusedException(e);
        }
    }

    private static Bitmap decode(BarePicture picture) {
        try {
            return picture.header().format() == PictureFormat.PNG
                    ? PngDecoder.decode(picture)
                    : ImageIoDecoder.decode(picture);
        } catch (IOException | DataFormatException e) {
            throw new PictureRefusedException(
                    Reason.INVALID, "The picture is damaged and cannot be read; save it again.", e);
        }
    }

    private static void layOnWhite(byte[] rgba) {
        for (int i = 0; i < rgba.length; i += 4) {
            int alpha = rgba[i + 3] & 0xFF;
            if (alpha < 255) {
                for (int channel = i; channel < i + 3; channel++) {
                    int color = (rgba[channel] & 0xFF) * alpha + 255 * (255 - alpha);
                    rgba[channel] = (byte) ((color + 127) / 255);
                }
                rgba[i + 3] = (byte) 255;
            }
        }
    }
}

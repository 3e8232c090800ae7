package studio.pingvas.worker.image;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import studio.pingvas.platform.picture.JpegFile;
import studio.pingvas.platform.picture.PngColors;
import studio.pingvas.platform.picture.PngFile;

/** Whole files as people upload them. */
public final class TestPictures {
    private TestPictures() {}

    public static byte[] png(Bitmap bitmap) {
        return PngEncoder.encode(bitmap, Map.of("parameters", "a red house"));
    }

    public static byte[] jpeg(Bitmap bitmap) {
        return ImageIoEncoder.encode(bitmap.toBufferedImage(), "image/jpeg", null, 0.95f);
    }

    public static byte[] webp(Bitmap bitmap) {
        return ImageIoEncoder.encode(bitmap.toBufferedImage(), "image/webp", "Lossy", 0.95f);
    }

    public static byte[] losslessWebp(Bitmap bitmap) {
        return ImageIoEncoder.encode(bitmap.toBufferedImage(), "image/webp", "Lossless", 1f);
    }

    /** With transparency, by the lossy codec with a plane of alpha, or by the lossless one. */
    public static byte[] transparentWebp(Bitmap bitmap, String compression) {
        BufferedImage image =
                new BufferedImage(bitmap.width(), bitmap.height(), BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < bitmap.width() * bitmap.height(); i++) {
            byte[] rgba = bitmap.rgba();
            int color =
                    (rgba[4 * i + 3] & 0xFF) << 24
                            | (rgba[4 * i] & 0xFF) << 16
                            | (rgba[4 * i + 1] & 0xFF) << 8
                            | rgba[4 * i + 2] & 0xFF;
            image.setRGB(i % bitmap.width(), i / bitmap.width(), color);
        }
        return ImageIoEncoder.encode(image, "image/webp", compression, 0.95f);
    }

    public static byte[] progressiveJpeg(Bitmap bitmap) {
        return ProgressiveJpeg.encode(bitmap.toBufferedImage());
    }

    public static byte[] palettePng() {
        return PngFile.of(3, 2, 4, PngColors.PALETTE)
                .with("PLTE", new byte[] {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255})
                .with("tRNS", (byte) 255, (byte) 128)
                .withPixels((byte) 0, (byte) 0x01, (byte) 0x20, (byte) 0, (byte) 0x21, (byte) 0x00)
                .bytes();
    }

    /** A few of each kind, small, so that many can be tried. */
    public static List<byte[]> samples() {
        Bitmap bitmap = TestBitmaps.colorful(37, 23);
        return List.of(
                png(bitmap),
                palettePng(),
                PngFile.of(5, 5, 16, PngColors.RGB_ALPHA, true).withPixels(new byte[230]).bytes(),
                jpeg(bitmap),
                progressiveJpeg(bitmap),
                new JpegFile().exif(new byte[30]).picture(bitmap.toBufferedImage()).bytes(),
                webp(bitmap),
                losslessWebp(bitmap),
                transparentWebp(halfTransparent(bitmap), "Lossy"),
                transparentWebp(halfTransparent(bitmap), "Lossless"));
    }

    static Bitmap halfTransparent(Bitmap bitmap) {
        byte[] rgba = bitmap.rgba().clone();
        for (int i = 3; i < rgba.length; i += 8) {
            rgba[i] = (byte) 128;
        }
        return new Bitmap(bitmap.width(), bitmap.height(), rgba);
    }
}

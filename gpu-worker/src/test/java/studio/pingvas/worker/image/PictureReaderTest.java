package studio.pingvas.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.platform.picture.ExifBytes;
import studio.pingvas.platform.picture.JpegFile;
import studio.pingvas.platform.picture.PngColors;
import studio.pingvas.platform.picture.PngFile;

class PictureReaderTest {
    private static final Bitmap BITMAP = TestBitmaps.colorful(61, 47);

    @Test
    void whatWeWriteWeRead() {
        assertThat(PictureReader.read(TestPictures.png(BITMAP)).rgba()).isEqualTo(BITMAP.rgba());
        assertThat(PictureReader.read(TestPictures.losslessWebp(BITMAP)).rgba())
                .isEqualTo(BITMAP.rgba());
    }

    @Test
    void lossyPicturesAreReadNearlyAsTheyWere() {
        Bitmap soft = gradient(64, 48);

        assertNear(PictureReader.read(TestPictures.jpeg(soft)), soft, 16);
        assertNear(PictureReader.read(TestPictures.progressiveJpeg(soft)), soft, 24);
        assertNear(PictureReader.read(TestPictures.webp(soft)), soft, 16);
    }

    @Test
    void greyIsNotBrightened() {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i % 16, i / 16, 0, 100);
        }

        byte[] rgba = PictureReader.read(new JpegFile().picture(image).bytes()).rgba();

        assertThat(rgba[0]).isBetween((byte) 98, (byte) 102).isEqualTo(rgba[1]).isEqualTo(rgba[2]);
    }

    /** Upper left, upper right, lower left, lower right of what is seen, as places stored. */
    @ParameterizedTest
    @CsvSource({
        "1, 0123", "2, 1032", "3, 3210", "4, 2301", "5, 0213", "6, 2031", "7, 3120", "8, 1302"
    })
    void jpegIsTurnedAsItsExifSays(int orientation, String corners) {
        BufferedImage image = quarters().toBufferedImage();
        byte[] exif = ExifBytes.orientation(orientation, ByteOrder.BIG_ENDIAN);

        Bitmap seen = PictureReader.read(new JpegFile().exif(exif).picture(image).bytes());

        assertThat(seen.width()).isEqualTo(orientation < 5 ? 64 : 32);
        assertThat(cornersOf(seen)).isEqualTo(corners);
    }

    @Test
    void pngIsTurnedAsItsExifSays() {
        byte[] exif = ExifBytes.orientation(6, ByteOrder.LITTLE_ENDIAN);
        byte[] rows = {0, 1, 2, 3, 0, 4, 5, 6};
        byte[] file =
                PngFile.of(3, 2, 8, PngColors.GREY).with("eXIf", exif).withPixels(rows).bytes();

        Bitmap seen = PictureReader.read(file);

        assertThat(seen.width()).isEqualTo(2);
        assertThat(reds(seen)).containsExactly(4, 1, 5, 2, 6, 3);
    }

    @Test
    void transparencyBecomesWhitePaper() {
        byte[] rows = {0, 100, 0, 0, 0, 100, 0, 0, (byte) 128, 100, 0, 0, (byte) 255};
        byte[] file = PngFile.of(3, 1, 8, PngColors.RGB_ALPHA).withPixels(rows).bytes();

        byte[] rgba = PictureReader.read(file).rgba();

        assertThat(rgba).containsExactly(255, 255, 255, 255, 177, 127, 127, 255, 100, 0, 0, 255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lossy", "Lossless"})
    void transparentWebpIsRead(String compression) {
        Bitmap bitmap = TestPictures.halfTransparent(gradient(40, 30));

        Bitmap read = PictureReader.decode(TestPictures.transparentWebp(bitmap, compression));

        assertNear(read, bitmap, 24);
        assertThat(read.rgba()[3]).isEqualTo((byte) 128);
        assertThat(read.rgba()[7]).isEqualTo((byte) 255);
    }

    @Test
    void paletteWithTransparencyIsRead() {
        assertThat(PictureReader.decode(TestPictures.palettePng()).rgba())
                .startsWith(255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<html>",
                "GIF89a",
                "%PDF",
                ""
            })
    void otherFilesAreRefusedWhateverTheirName(String content) {
        assertRefused(content.getBytes(StandardCharsets.US_ASCII), "image-format-not-supported");
    }

    @Test
    void animationOfTenThousandFramesIsRefusedByItsKind() {
        byte[] gif = Arrays.copyOf("GIF89a".getBytes(StandardCharsets.US_ASCII), 200_000);

        assertRefused(gif, "image-format-not-supported");
    }

    @Test
    void bombOfPixelsIsRefusedByItsHeader() {
        byte[] bomb =
                PngFile.of(50_000, 50_000, 8, PngColors.RGB).withPixels(new byte[1 << 20]).bytes();

        assertRefused(bomb, "image-too-large");
    }

    @Test
    void damagedPixelsAreRefused() {
        byte[] webp = TestPictures.losslessWebp(BITMAP);
        Arrays.fill(webp, 40, webp.length, (byte) 0xAA);

        assertRefused(webp, "image-invalid");
        assertRefused(
                new JpegFile().frame(0xC0, 8, 8, 3, 8).scan().marker(0xD9).bytes(),
                "image-invalid");
    }

    @Test
    void damageThatLibwebpCallsALackOfMemoryIsDamage() {
        byte[] webp = TestPictures.transparentWebp(TestPictures.halfTransparent(BITMAP), "Lossy");
        int alpha = new String(webp, StandardCharsets.ISO_8859_1).indexOf("ALPH") + 8;
        Arrays.fill(webp, alpha + 1, alpha + 12, (byte) 0xFF);

        assertRefused(webp, "image-invalid");
    }

    private static void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> PictureReader.read(file))
                .isInstanceOfSatisfying(
                        InputRefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void assertNear(Bitmap actual, Bitmap expected, int tolerance) {
        assertThat(actual.width()).isEqualTo(expected.width());
        for (int i = 0; i < expected.rgba().length; i++) {
            assertThat(actual.rgba()[i] & 0xFF)
                    .isCloseTo(expected.rgba()[i] & 0xFF, Offset.offset(tolerance));
        }
    }

    private static Bitmap gradient(int width, int height) {
        byte[] rgba = new byte[4 * width * height];
        for (int i = 0; i < width * height; i++) {
            rgba[4 * i] = (byte) (i % width * 3);
            rgba[4 * i + 1] = (byte) (i / width * 4);
            rgba[4 * i + 2] = 90;
            rgba[4 * i + 3] = (byte) 255;
        }
        return new Bitmap(width, height, rgba);
    }

    /** Four quarters, each of its own grey, that blocks of JPEG do not mix. */
    private static Bitmap quarters() {
        byte[] rgba = new byte[4 * 64 * 32];
        for (int i = 0; i < 64 * 32; i++) {
            int quarter = (i % 64 < 32 ? 0 : 1) + (i / 64 < 16 ? 0 : 2);
            Arrays.fill(rgba, 4 * i, 4 * i + 3, (byte) (quarter * 64 + 32));
            rgba[4 * i + 3] = (byte) 255;
        }
        return new Bitmap(64, 32, rgba);
    }

    private static String cornersOf(Bitmap bitmap) {
        int[] reds = reds(bitmap);
        int last = bitmap.width() - 1;
        int lastRow = bitmap.width() * (bitmap.height() - 1);
        StringBuilder corners = new StringBuilder();
        for (int at : new int[] {0, last, lastRow, lastRow + last}) {
            corners.append(reds[at] / 64);
        }
        return corners.toString();
    }

    private static int[] reds(Bitmap bitmap) {
        int[] reds = new int[bitmap.width() * bitmap.height()];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = bitmap.rgba()[4 * i] & 0xFF;
        }
        return reds;
    }
}

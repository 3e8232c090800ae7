package studio.pingvas.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.platform.picture.PictureAssert.assertRefused;
import static studio.pingvas.platform.picture.PictureRefusedException.Reason.FORMAT_NOT_SUPPORTED;
import static studio.pingvas.platform.picture.PictureRefusedException.Reason.INVALID;
import static studio.pingvas.platform.picture.PictureRefusedException.Reason.TOO_LARGE;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegStructureTest {
    private static final BufferedImage IMAGE =
            new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationIsReadAndKept(int value) {
        byte[] exif = ExifBytes.orientation(value, ByteOrder.LITTLE_ENDIAN);

        BarePicture picture = BarePicture.of(new JpegFile().exif(exif).picture(IMAGE).bytes());
        PictureHeader header = picture.header();

        assertThat(PictureHeader.read(picture.bytes())).isEqualTo(header);
        assertThat(header.format()).isEqualTo(PictureFormat.JPEG);
        assertThat(header.orientation().ordinal() + 1).isEqualTo(value);
        assertThat(header.shownWidth()).isEqualTo(value < 5 ? 40 : 30);
        assertThat(header.shownHeight()).isEqualTo(value < 5 ? 30 : 40);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 1, 274, 3, 0",
        "8, 1, 274, 3, 9",
        "8, 1, 274, 4, 6",
        "8, 1, 273, 3, 6",
        "8, 0, 274, 3, 6",
        "25, 1, 274, 3, 6",
        "2147483647, 1, 274, 3, 6",
        "-1, 1, 274, 3, 6"
    })
    void exifThatMakesNoSenseIsPassedOver(
            int directory, int entries, int tag, int type, int value) {
        byte[] exif = ExifBytes.entry(directory, entries, tag, type, value, ByteOrder.BIG_ENDIAN);

        PictureHeader header = PictureHeader.read(new JpegFile().exif(exif).picture(IMAGE).bytes());

        assertThat(header.orientation()).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void exifThatIsCutOffIsPassedOver() {
        byte[] exif = ExifBytes.orientation(6, ByteOrder.BIG_ENDIAN);
        for (int length = 0; length < 20; length++) {
            byte[] file = new JpegFile().exif(Arrays.copyOf(exif, length)).picture(IMAGE).bytes();

            assertThat(PictureHeader.read(file).orientation()).isEqualTo(Orientation.UPRIGHT);
        }
    }

    @Test
    void bareFileHasTheSamePixelsAndNothingElse() throws IOException {
        byte[] secret = "48.2082 N 16.3738 E".getBytes(StandardCharsets.US_ASCII);
        byte[] file =
                new JpegFile()
                        .segment(0xE1, secret)
                        .segment(0xE2, secret)
                        .segment(0xEE, secret)
                        .segment(0xFE, secret)
                        .picture(photograph())
                        .bytes();
        byte[] longer = Arrays.copyOf(file, file.length + 1000);

        byte[] bare = BarePicture.of(longer).bytes();

        assertThat(new String(bare, StandardCharsets.ISO_8859_1)).doesNotContain("48.2082");
        assertThat(bare.length).isLessThan(file.length);
        assertThat(pixels(bare)).isEqualTo(pixels(file));
    }

    @Test
    void fileThatIsCutOffIsRefused() {
        byte[] whole = new JpegFile().picture(IMAGE).bytes();
        for (int length = 3; length < whole.length; length += 7) {
            assertRefused(Arrays.copyOf(whole, length), INVALID, "ends too early");
        }
    }

    @ParameterizedTest
    @CsvSource({"65535, 65535", "16385, 1", "5000, 5000"})
    void pictureOfTooManyPixelsIsRefused(int width, int height) {
        assertRefused(
                new JpegFile().frame(0xC0, width, height, 3, 8).bytes(),
                TOO_LARGE,
                width + "x" + height);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void pictureWithoutAreaIsRefused(int width, int height) {
        assertRefused(new JpegFile().frame(0xC0, width, height, 3, 8).bytes(), INVALID, "area");
    }

    @ParameterizedTest
    @CsvSource({
        "C0, 4, 8, printing colours",
        "C0, 2, 8, 2 channels",
        "C1, 3, 12, 12 bits",
        "C3, 3, 8, C3",
        "C9, 3, 8, C9",
        "CC, 3, 8, CC",
        "DC, 3, 8, DC"
    })
    void rareKindsAreRefusedByName(String marker, int components, int precision, String name) {
        assertRefused(
                new JpegFile()
                        .frame(Integer.parseInt(marker, 16), 8, 8, components, precision)
                        .bytes(),
                FORMAT_NOT_SUPPORTED,
                name);
    }

    @Test
    void scansThatWouldTakeMinutesAreRefused() {
        JpegFile file = new JpegFile().frame(0xC2, 4096, 4096, 3, 8);
        for (int i = 0; i < 33; i++) {
            file.scan((byte) 0);
        }

        assertRefused(file.marker(0xD9).bytes(), INVALID, "too many scans");
    }

    @Test
    void partsThatContradictEachOtherAreRefused() {
        assertRefused(new JpegFile().marker(0xD9).bytes(), INVALID, "no pixels");
        assertRefused(new JpegFile().scan().bytes(), INVALID, "before its header");
        assertRefused(
                new JpegFile().frame(0xC0, 8, 8, 3, 8).frame(0xC0, 8, 8, 3, 8).bytes(),
                INVALID,
                "two frames");
        assertRefused(
                new JpegFile().frame(0xC0, 8, 8, 3, 8).marker(0xD9).bytes(), INVALID, "no pixels");
        assertRefused(new JpegFile().segment(0xC0, new byte[7]).bytes(), INVALID, "header");
        assertRefused(new JpegFile().segment(0x01).bytes(), INVALID, "unknown marker");
    }

    @Test
    void samplingThatJpegDoesNotHaveIsRefused() {
        byte[] file = new JpegFile().frame(0xC0, 8, 8, 3, 8).scan().marker(0xD9).bytes();
        assertThat(file[13]).isEqualTo((byte) 0x11);
        for (int sampling : new int[] {0x00, 0x10, 0x51, 0x15, 0xFF}) {
            file[13] = (byte) sampling;
            assertRefused(file, INVALID, "header");
        }
    }

    private static BufferedImage photograph() {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 48; i++) {
            image.setRGB(i % 64, i / 64, i * 0x050301);
        }
        return image;
    }

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}

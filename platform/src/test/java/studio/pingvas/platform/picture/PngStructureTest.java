package studio.pingvas.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.platform.picture.PictureAssert.assertRefused;
import static studio.pingvas.platform.picture.PictureRefusedException.Reason.INVALID;
import static studio.pingvas.platform.picture.PictureRefusedException.Reason.TOO_LARGE;

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

class PngStructureTest {
    private static final byte[] ONE_RED_PIXEL = {0, (byte) 255, 0, 0};

    @Test
    void headerTellsTheSize() {
        PictureHeader header = PictureHeader.read(onePixel().bytes());

        assertThat(header)
                .isEqualTo(new PictureHeader(PictureFormat.PNG, 1, 1, Orientation.UPRIGHT, false));
    }

    @ParameterizedTest
    @CsvSource({
        "50000, 50000",
        "2147483647, 1",
        "-1, 1",
        "16385, 1",
        "1, 16385",
        "4097, 4096",
        "16384, 1025"
    })
    void pictureOfTooManyPixelsIsRefused(int width, int height) {
        assertRefused(
                PngFile.of(width, height, 8, PngColors.RGB).withPixels().bytes(),
                TOO_LARGE,
                Integer.toUnsignedString(width) + "x" + Integer.toUnsignedString(height));
    }

    @ParameterizedTest
    @CsvSource({"4096, 4096", "16384, 1024"})
    void largestPicturesAreTaken(int width, int height) {
        assertThat(PictureHeader.read(PngFile.of(width, height, 1, 0).withPixels().bytes()).width())
                .isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "0, 0"})
    void pictureWithoutAreaIsRefused(int width, int height) {
        assertRefused(
                PngFile.of(width, height, 8, PngColors.RGB).withPixels().bytes(),
                INVALID,
                "no area");
    }

    @Test
    void fileOfMoreBytesThanTheLimitIsNotLookedAt() {
        assertRefused(new byte[PictureHeader.MAX_BYTES + 1], TOO_LARGE, "104857601 bytes");
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "16, 3", "1, 2", "4, 6", "8, 1", "8, 7", "0, 0"})
    void colorsThatPngDoesNotHaveAreRefused(int depth, int colorType) {
        assertRefused(
                PngFile.of(1, 1, depth, colorType).withPixels(ONE_RED_PIXEL).bytes(),
                INVALID,
                "header");
    }

    @Test
    void fileThatIsCutOffAnywhereIsRefused() {
        byte[] whole = onePixel().bytes();
        for (int length = 8; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), INVALID, "ends too early");
        }
    }

    @Test
    void chunkLongerThanTheFileIsRefused() {
        byte[] file = onePixel().bytes();
        file[33] = (byte) 0x7F;

        assertRefused(file, INVALID, "ends too early");
    }

    @Test
    void flippedBitInThePixelsIsRefused() {
        byte[] file = onePixel().bytes();
        file[45] ^= 4;

        assertRefused(file, INVALID, "checksum");
    }

    @Test
    void partsInTheWrongOrderAreRefused() {
        assertRefused(PngFile.withoutHeader().withPixels(ONE_RED_PIXEL).bytes(), INVALID, "header");
        assertRefused(onePixel().with("IHDR").bytes(), INVALID, "header");
        assertRefused(onePixel().with("PLTE", new byte[3]).bytes(), INVALID, "palette");
        assertRefused(onePixel().with("tRNS", new byte[6]).bytes(), INVALID, "transparency");
        assertRefused(
                onePixel().with("tEXt").withPixels(ONE_RED_PIXEL).bytes(), INVALID, "scattered");
        assertRefused(PngFile.of(1, 1, 8, PngColors.RGB).bytes(), INVALID, "no pixels");
        assertRefused(
                PngFile.of(1, 1, 8, PngColors.PALETTE).withPixels().bytes(), INVALID, "palette");
        assertRefused(onePixel().with("EVIL").bytes(), INVALID, "unknown part");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 2", "4, 2", "6, 6", "3, 1"})
    void transparencyThatDoesNotFitTheColorsIsRefused(int colorType, int length) {
        assertRefused(
                PngFile.of(1, 1, 8, colorType).with("tRNS", new byte[length]).bytes(),
                INVALID,
                "transparency");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 771})
    void paletteOfNoWholeColorsIsRefused(int length) {
        assertRefused(
                PngFile.of(1, 1, 8, PngColors.PALETTE).with("PLTE", new byte[length]).bytes(),
                INVALID,
                "palette");
    }

    @Test
    void endlessChunksAreRefused() {
        PngFile file = PngFile.of(1, 1, 8, PngColors.RGB);
        for (int i = 0; i < 1 << 16; i++) {
            file.with("teXt");
        }

        assertRefused(file.bytes(), INVALID, "too many chunks");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationIsReadAndKept(int value) {
        byte[] exif = ExifBytes.orientation(value, ByteOrder.BIG_ENDIAN);

        BarePicture picture =
                BarePicture.of(onePixel().with("eXIf", exif).with("tEXt", exif).bytes());

        assertThat(picture.header().orientation().ordinal() + 1).isEqualTo(value);
        assertThat(picture.bytes())
                .isEqualTo((value == 1 ? onePixel() : onePixel().with("eXIf", exif)).bytes());
    }

    @Test
    void animationIsTakenByItsDefaultImage() throws IOException {
        byte[] file =
                PngFile.of(1, 1, 8, PngColors.RGB)
                        .with("acTL", new byte[] {0, 0, 39, 16, 0, 0, 0, 0})
                        .with("fcTL", new byte[26])
                        .withPixels(ONE_RED_PIXEL)
                        .with("fdAT", new byte[100])
                        .bytes();

        BarePicture picture = BarePicture.of(file);

        assertThat(picture.header().animated()).isTrue();
        assertThat(picture.bytes()).isEqualTo(onePixel().bytes());
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getRGB(0, 0))
                .isEqualTo(0xFFFF0000);
    }

    @Test
    void bombsInTextsAndProfilesArePassedOver() {
        byte[] bomb = PngFile.deflate(new byte[64 << 20]);
        PngFile file = PngFile.of(1, 1, 8, PngColors.RGB);
        for (String name : new String[] {"zTXt", "iTXt", "iCCP"}) {
            file.with(name, bomb);
        }

        BarePicture picture = BarePicture.of(file.withPixels(ONE_RED_PIXEL).bytes());

        assertThat(picture.bytes()).isEqualTo(onePixel().bytes());
    }

    @Test
    void whateverFollowsTheEndIsLeftOut() {
        byte[] file = onePixel().bytes();
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] polyglot = Arrays.copyOf(file, file.length + script.length);
        System.arraycopy(script, 0, polyglot, file.length, script.length);

        assertThat(BarePicture.of(polyglot).bytes()).isEqualTo(file);
    }

    private static PngFile onePixel() {
        return PngFile.of(1, 1, 8, PngColors.RGB).withPixels(ONE_RED_PIXEL);
    }
}

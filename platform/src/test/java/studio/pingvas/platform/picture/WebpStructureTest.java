package studio.pingvas.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.platform.picture.PictureAssert.assertRefused;
import static studio.pingvas.platform.picture.PictureRefusedException.Reason.FORMAT_NOT_SUPPORTED;
import static studio.pingvas.platform.picture.PictureRefusedException.Reason.INVALID;
import static studio.pingvas.platform.picture.PictureRefusedException.Reason.TOO_LARGE;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpStructureTest {
    @Test
    void headerTellsTheSize() {
        assertThat(PictureHeader.read(new WebpFile().lossless(300, 200).bytes()))
                .isEqualTo(
                        new PictureHeader(
                                PictureFormat.WEBP, 300, 200, Orientation.UPRIGHT, false));
        assertThat(PictureHeader.read(new WebpFile().lossy(301, 201).bytes()))
                .isEqualTo(
                        new PictureHeader(
                                PictureFormat.WEBP, 301, 201, Orientation.UPRIGHT, false));
    }

    @Test
    void pictureOfTooManyPixelsIsRefused() {
        assertRefused(new WebpFile().lossless(16384, 16384).bytes(), TOO_LARGE, "16384x16384");
        assertRefused(new WebpFile().lossy(16383, 16383).bytes(), TOO_LARGE, "16383x16383");
        assertRefused(
                new WebpFile().extended(0, 1 << 24, 1 << 24).lossy(1, 1).bytes(),
                TOO_LARGE,
                "16777216x16777216");
    }

    @Test
    void pictureWithoutAreaIsRefused() {
        assertRefused(new WebpFile().lossy(0, 5).bytes(), INVALID, "area");
    }

    @Test
    void frameOfAnotherSizeThanTheCanvasIsRefused() {
        assertRefused(
                new WebpFile().extended(0, 20, 10).lossless(20, 11).bytes(),
                INVALID,
                "does not fill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANIM", "ANMF"})
    void animationIsRefused(String chunk) {
        assertRefused(
                new WebpFile().extended(2, 20, 10).with(chunk, new byte[16]).bytes(),
                FORMAT_NOT_SUPPORTED,
                "animation");
    }

    @Test
    void orientationIsReadAndKept() {
        byte[] exif = ExifBytes.orientation(6, ByteOrder.LITTLE_ENDIAN);

        byte[] file =
                new WebpFile()
                        .extended(0x2C, 20, 10)
                        .with("ICCP", new byte[7])
                        .lossy(20, 10)
                        .with("EXIF", exif)
                        .bytes();

        BarePicture picture = BarePicture.of(file);

        assertThat(picture.header().orientation()).isEqualTo(Orientation.ROTATED_90);
        assertThat(picture.bytes())
                .isEqualTo(
                        new WebpFile()
                                .extended(8, 20, 10)
                                .lossy(20, 10)
                                .with("EXIF", ExifBytes.orientation(6, ByteOrder.BIG_ENDIAN))
                                .bytes());
    }

    @Test
    void bareFileHasThePixelsAndNothingElse() {
        byte[] file =
                new WebpFile()
                        .extended(0x3C, 20, 10)
                        .with("ICCP", new byte[1001])
                        .with("ALPH", (byte) 0)
                        .lossy(20, 10)
                        .with("EXIF", new byte[33])
                        .with("XMP ", new byte[77])
                        .with("EVIL", new byte[77])
                        .bytes();

        assertThat(BarePicture.of(Arrays.copyOf(file, file.length + 99)).bytes())
                .isEqualTo(
                        new WebpFile()
                                .extended(0x10, 20, 10)
                                .with("ALPH", (byte) 0)
                                .lossy(20, 10)
                                .bytes());
    }

    @Test
    void fileThatIsCutOffIsRefused() {
        byte[] whole = new WebpFile().extended(0, 20, 10).lossy(20, 10).bytes();
        for (int length = 12; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), INVALID, "ends too early");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7FFFFFFF, 0x80000000, -1, 0xFFFFFFF0})
    void lengthsBeyondTheFileAreRefused(int length) {
        for (int place : new int[] {4, 16}) {
            byte[] file = new WebpFile().lossy(20, 10).bytes();
            for (int i = 0; i < 4; i++) {
                file[place + i] = (byte) (length >> 8 * i);
            }
            assertRefused(file, INVALID, "ends too early");
        }
    }

    @Test
    void partsThatContradictEachOtherAreRefused() {
        assertRefused(new WebpFile().bytes(), INVALID, "no pixels");
        assertRefused(new WebpFile().lossy(1, 1).lossy(1, 1).bytes(), INVALID, "frame");
        assertRefused(new WebpFile().lossless(1, 1).lossy(1, 1).bytes(), INVALID, "frame");
        assertRefused(new WebpFile().lossy(1, 1).extended(0, 1, 1).bytes(), INVALID, "header");
        assertRefused(
                new WebpFile().with("ALPH", (byte) 0).lossy(1, 1).bytes(), INVALID, "transparency");
        assertRefused(new WebpFile().with("VP8 ", new byte[12]).bytes(), INVALID, "frame");
        assertRefused(new WebpFile().with("VP8L", new byte[12]).bytes(), INVALID, "frame");
        assertRefused(new WebpFile().with("VP8L", (byte) 0x2F).bytes(), INVALID, "frame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "GIF89a\1\0\1\0\0\0\0;",
                "RIFF\4\0\0\0WAVE",
                "BM",
                "\u0089PNG"
            })
    void otherFilesAreRefusedWhateverTheirName(String content) {
        assertRefused(
                content.getBytes(StandardCharsets.ISO_8859_1),
                FORMAT_NOT_SUPPORTED,
                "PNG, JPEG or WebP");
    }
}

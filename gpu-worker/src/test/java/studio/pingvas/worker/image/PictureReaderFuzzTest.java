package studio.pingvas.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.platform.picture.PictureHeader;
import studio.pingvas.platform.picture.PictureRefusedException;
import studio.pingvas.platform.picture.PngColors;
import studio.pingvas.platform.picture.PngFile;
import studio.pingvas.worker.fuzz.FuzzRun;
import studio.pingvas.worker.fuzz.FuzzRun.Outcome;

class PictureReaderFuzzTest {
    private static final List<byte[]> SAMPLES = TestPictures.samples();
    // The largest bitmap there may be, and as much again.
    private static final FuzzRun DECODING =
            new FuzzRun(3_000, 2L * 4 * PictureHeader.MAX_PIXELS, 5_000);
    private static final FuzzRun BOMBS = new FuzzRun(1, 1 << 20, 500);
    private static final FuzzRun HEADERS = new FuzzRun(20_000, 1 << 20, 500);

    @Test
    void damagedHeadersAreReadOrRefused() {
        Outcome outcome = HEADERS.run(SAMPLES, PictureRefusedException.class, PictureHeader::read);

        assertThat(outcome.read()).isPositive();
        assertThat(outcome.refused()).isPositive();
    }

    @Test
    void damagedPicturesAreReadOrRefused() {
        Outcome outcome = DECODING.run(SAMPLES, InputRefusedException.class, PictureReader::read);

        assertThat(outcome.read()).isPositive();
        assertThat(outcome.refused()).isPositive();
    }

    /** PNG's checksums would refuse nearly everything before it is decoded. */
    @Test
    void damagedPngWithRightChecksumsIsReadOrRefused() {
        List<byte[]> png = SAMPLES.subList(0, 3);
        Outcome outcome =
                DECODING.run(
                        png,
                        InputRefusedException.class,
                        file -> PictureReader.read(PngChecksums.right(file)));

        assertThat(outcome.read()).isPositive();
        assertThat(outcome.refused()).isPositive();
    }

    /** Lengths that do not fit would keep most damage from libwebp. */
    @Test
    void damagedWebpWithRightLengthsIsReadOrRefused() {
        Outcome outcome =
                DECODING.run(
                        SAMPLES.subList(6, 10),
                        InputRefusedException.class,
                        file -> PictureReader.read(WebpLengths.right(file)));

        assertThat(outcome.read()).isPositive();
        assertThat(outcome.refused()).isPositive();
    }

    @Test
    void bombsAreRefusedOrReadWithoutTakingOff() throws Exception {
        byte[] megabytes = PngFile.deflate(new byte[64 << 20]);
        PngFile texts = PngFile.of(1, 1, 8, PngColors.GREY);
        for (String name : new String[] {"zTXt", "iTXt", "iCCP"}) {
            texts.with(name, megabytes);
        }
        PngFile frames = PngFile.of(1, 1, 8, PngColors.GREY).with("acTL", new byte[8]);
        for (int i = 0; i < 10_000; i++) {
            frames.with("fcTL", new byte[26]).with("fdAT", new byte[80]);
        }
        PngFile more = PngFile.of(1, 1, 8, PngColors.GREY).with("IDAT", megabytes);
        PngFile square = PngFile.of(50_000, 50_000, 8, PngColors.GREY).with("IDAT", megabytes);
        List<byte[]> bombs =
                List.of(
                        texts.withPixels(new byte[2]).bytes(),
                        frames.withPixels(new byte[2]).bytes(),
                        more.bytes(),
                        square.bytes());

        assertThat(PictureReader.read(bombs.get(0)).rgba()).hasSize(4);
        for (byte[] bomb : bombs) {
            BOMBS.read(PictureReaderFuzzTest::readOrRefuse, bomb);
        }
    }

    @Test
    void largestPictureTakesNoMoreThanItsBitmapAndLittleTime() throws Exception {
        byte[] rows = new byte[4096 * (4096 * 8 + 1)];
        byte[] png = PngFile.of(4096, 4096, 16, PngColors.RGB_ALPHA).withPixels(rows).bytes();

        new FuzzRun(1, (64 << 20) + (1 << 20), 10_000).read(PictureReader::read, png);
    }

    private static void readOrRefuse(byte[] file) {
        try {
            PictureReader.read(file);
        } catch (InputRefusedException e) {
            assertThat(e.code()).startsWith("image-");
        }
    }
}

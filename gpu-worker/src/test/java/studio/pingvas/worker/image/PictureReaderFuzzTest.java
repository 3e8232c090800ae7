package studio.pingvas.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.platform.picture.PictureHeader;
import studio.pingvas.platform.picture.PictureRefusedException;
import studio.pingvas.worker.fuzz.FuzzRun;
import studio.pingvas.worker.fuzz.FuzzRun.Outcome;

class PictureReaderFuzzTest {
    private static final List<byte[]> SAMPLES = TestPictures.samples();
    // The largest bitmap there may be, and as much again.
    private static final FuzzRun DECODING =
            new FuzzRun(3_000, 2L * 4 * PictureHeader.MAX_PIXELS, 5_000);
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
}

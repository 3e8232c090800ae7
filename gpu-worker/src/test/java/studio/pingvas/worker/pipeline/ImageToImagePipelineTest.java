package studio.pingvas.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.torch.TorchCpu;

class ImageToImagePipelineTest {
    private static final int STEPS = 10;
    private static final String NIGHT = "a castle at night under a full moon";

    private static TorchCpu device;
    private static Paintings paintings;
    private static Bitmap castle;

    @BeforeAll
    static void paintWhatToBeginWith() throws IOException {
        device = Demonstration.device();
        paintings = new Paintings(device);
        castle = paintings.fromText(Paintings.of("a castle on a green hill by day", 12, 1), 5);
        Paintings.keep("begin", castle);
    }

    @AfterAll
    static void freeModel() {
        paintings.close();
        assertThat(device.liveTensors()).isZero();
    }

    @AfterEach
    void nothingIsLeftInMemory() {
        assertThat(device.memoryUse().liveTensors()).isZero();
    }

    @Test
    void moreStrengthLeadsFurtherFromTheOriginal() throws IOException {
        Bitmap little = over(0.2);
        Bitmap much = over(0.8);
        Paintings.keep("over-0.2", little);
        Paintings.keep("over-0.8", much);

        assertThat(Paintings.distance(little, castle)).isLessThan(25);
        assertThat(Paintings.distance(much, castle))
                .isGreaterThan(2 * Paintings.distance(little, castle));
    }

    @Test
    void sameSeedGivesTheSameBytesAndAnotherOthers() throws IOException {
        Painting painting = Paintings.of(NIGHT, STEPS, 0.6);

        assertThat(paintings.over(castle, painting, 7, Paintings.NOBODY).rgba())
                .isEqualTo(paintings.over(castle, painting, 7, Paintings.NOBODY).rgba())
                .isNotEqualTo(paintings.over(castle, painting, 8, Paintings.NOBODY).rgba());
    }

    @Test
    void onlyTheLastStepsAreRun() throws IOException {
        List<Integer> steps = new ArrayList<>();

        paintings.over(
                castle,
                Paintings.of(NIGHT, STEPS, 0.35),
                7,
                (picture, step, preview) -> steps.add(step));

        assertThat(steps).containsExactly(1, 2, 3, 4);
    }

    @Test
    void wholeStrengthIsPaintingFromNothing() throws IOException {
        Painting painting = Paintings.of(NIGHT, STEPS, 1);

        assertThat(
                        Paintings.distance(
                                paintings.over(castle, painting, 7, Paintings.NOBODY),
                                paintings.fromText(painting, 7)))
                .isLessThan(0.5);
    }

    /** The middle square of a wide picture is what is painted over, not the whole squeezed. */
    @Test
    void pictureOfOtherProportionsIsCutAndNotSqueezed() throws IOException {
        Bitmap wide = framed(castle, 256);

        assertThat(
                        Paintings.distance(
                                paintings.over(
                                        wide, Paintings.of(NIGHT, STEPS, 0.2), 7, Paintings.NOBODY),
                                over(0.2)))
                .isLessThan(0.01);
    }

    @Test
    void largeOriginalIsReducedFirst() throws IOException {
        List<Bitmap> large = new ArrayList<>();
        new UpscalePipeline(device, (phase, nanos) -> {})
                .run(
                        Enlargement.lanczos(device.ops(), 4),
                        List.of(castle),
                        Paintings.NOBODY,
                        (i, bitmap) -> large.add(bitmap));

        Bitmap result =
                paintings.over(large.get(0), Paintings.of(NIGHT, STEPS, 0.2), 7, Paintings.NOBODY);

        assertThat(Paintings.distance(result, over(0.2))).isLessThan(3);
    }

    private static Bitmap over(double strength) throws IOException {
        return paintings.over(castle, Paintings.of(NIGHT, STEPS, strength), 7, Paintings.NOBODY);
    }

    private static Bitmap framed(Bitmap picture, int width) {
        byte[] rgba = new byte[width * picture.height() * 4];
        int left = (width - picture.width()) / 2;
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.rgba(),
                    y * picture.width() * 4,
                    rgba,
                    (y * width + left) * 4,
                    picture.width() * 4);
        }
        return new Bitmap(width, picture.height(), rgba);
    }
}

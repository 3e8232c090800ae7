package studio.pingvas.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.torch.TorchCpu;

class InpaintPipelineTest {
    private static final int SIDE = 128;
    private static final String SNOW = "a castle in deep snow";

    private static TorchCpu device;
    private static Paintings paintings;
    private static Bitmap castle;

    @BeforeAll
    static void paintWhatToBeginWith() throws IOException {
        device = Demonstration.device();
        paintings = new Paintings(device);
        castle = paintings.fromText(Paintings.of("a castle on a green hill by day", 12, 1), 5);
    }

    @AfterAll
    static void freeModel() {
        paintings.close();
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void pixelsOutsideOfTheMaskStayTheirBytesAndThoseInsideChange() throws IOException {
        Mask lowerHalf = rowsFrom(64);
        Bitmap painted = paintings.into(castle, lowerHalf, Paintings.of(SNOW, 10, 1), 7);
        Paintings.keep("inpaint", painted);

        assertThat(Paintings.distance(painted, castle, lowerHalf)).isZero();
        assertThat(Paintings.distance(painted, castle, rowsUpTo(64))).isGreaterThan(8);
    }

    @Test
    void whatIsPaintedFitsInWithWhatIsKept() throws IOException {
        Mask lowerHalf = rowsFrom(64);
        Painting painting = Paintings.of(SNOW, 10, 1);
        Bitmap painted = paintings.into(castle, lowerHalf, painting, 7);
        Bitmap alone = paintings.fromText(painting, 7);

        assertThat(step(painted, 64)).isLessThan(stepBetween(castle, alone, 64));
    }

    @Test
    void greyMaskMixes() throws IOException {
        Bitmap white = paintings.into(castle, grey(255), Paintings.of(SNOW, 8, 1), 7);
        Bitmap grey = paintings.into(castle, grey(128), Paintings.of(SNOW, 8, 1), 7);

        assertThat(Paintings.distance(grey, castle)).isLessThan(Paintings.distance(white, castle));
    }

    @Test
    void largerSizesKeepTheirPixelsToo() throws IOException {
        Bitmap large = new Bitmap(512, 512, new byte[512 * 512 * 4]);
        Arrays.fill(large.rgba(), (byte) 200);
        byte[] values = new byte[512 * 512];
        Arrays.fill(values, 256 * 512, values.length, (byte) 255);
        Mask lowerHalf = new Mask(512, 512, values);
        Painting painting =
                new Painting(
                        SNOW,
                        "",
                        new PictureSize(512, 512, 4),
                        6,
                        3,
                        SchedulerKind.FLOW_MATCH_EULER,
                        1);

        Bitmap painted = paintings.into(large, lowerHalf, painting, 7);

        assertThat(painted.width()).isEqualTo(512);
        assertThat(Paintings.distance(painted, large, lowerHalf)).isZero();
    }

    /** One white pixel frees the whole latent position that stands for it. */
    @Test
    void latentMaskTakesTheWhitestPixel() {
        byte[] values = new byte[SIDE * SIDE];
        values[9 * SIDE + 17] = (byte) 200;

        Mask latents = LatentMask.of(new Mask(SIDE, SIDE, values), 16, 16);

        byte[] expected = new byte[16 * 16];
        expected[16 + 2] = (byte) 200;
        assertThat(latents.values()).isEqualTo(expected);
    }

    private static Mask rowsFrom(int row) {
        byte[] values = new byte[SIDE * SIDE];
        Arrays.fill(values, row * SIDE, values.length, (byte) 255);
        return new Mask(SIDE, SIDE, values);
    }

    private static Mask rowsUpTo(int row) {
        byte[] values = new byte[SIDE * SIDE];
        Arrays.fill(values, 0, row * SIDE, (byte) 255);
        return new Mask(SIDE, SIDE, values);
    }

    private static Mask grey(int value) {
        byte[] values = new byte[SIDE * SIDE];
        Arrays.fill(values, (byte) value);
        return new Mask(SIDE, SIDE, values);
    }

    private static double step(Bitmap picture, int row) {
        return stepBetween(picture, picture, row);
    }

    /** How far colours jump from the row above in one picture to the row in another. */
    private static double stepBetween(Bitmap above, Bitmap below, int row) {
        long sum = 0;
        for (int i = 0; i < SIDE * 4; i++) {
            int upper = above.rgba()[(row - 1) * SIDE * 4 + i] & 0xFF;
            int lower = below.rgba()[row * SIDE * 4 + i] & 0xFF;
            sum += Math.abs(upper - lower);
        }
        return sum / (SIDE * 3.0);
    }
}

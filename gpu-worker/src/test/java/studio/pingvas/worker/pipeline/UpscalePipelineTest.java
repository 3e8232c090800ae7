package studio.pingvas.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.DeviceMemoryException;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.torch.TorchCpu;

class UpscalePipelineTest {
    private final TorchCpu device = Demonstration.device();

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "33, 17, 4", "64, 128, 2", "130, 70, 2"})
    void tilesGiveTheSameBytesAsTheWhole(int width, int height, int factor) throws IOException {
        Bitmap original = noise(width, height);

        Bitmap whole = enlarge(Sized.lanczos(device, factor, 1024), original);
        Bitmap tiled = enlarge(Sized.lanczos(device, factor, 32), original);

        assertThat(whole.width()).isEqualTo(width * factor);
        assertThat(whole.height()).isEqualTo(height * factor);
        assertThat(tiled.rgba()).isEqualTo(whole.rgba());
    }

    /** The guard of the test above: without its surroundings each tile would end in a seam. */
    @Test
    void tilesWithoutTheirSurroundingsShowSeams() throws IOException {
        Bitmap original = noise(64, 64);
        Sized lanczos = Sized.lanczos(device, 2, 32);

        Bitmap seams = enlarge(new Sized(lanczos.lanczos(), 32, 0, Integer.MAX_VALUE), original);

        assertThat(seams.rgba()).isNotEqualTo(enlarge(lanczos, original).rgba());
    }

    @Test
    void listenerHearsOfEachTileAndMayEndTheRun() {
        List<Integer> tiles = new ArrayList<>();
        StepListener endsAtThree =
                (picture, done, preview) -> {
                    tiles.add(done);
                    assertThat(preview.get().width()).isLessThanOrEqualTo(256);
                    if (done == 3) {
                        throw new IllegalStateException("enough");
                    }
                };

        assertThatThrownBy(
                        () ->
                                run(
                                        Sized.lanczos(device, 2, 32),
                                        noise(64, 64),
                                        endsAtThree,
                                        new ArrayList<>()))
                .hasMessage("enough");
        assertThat(tiles).containsExactly(1, 2, 3);
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void tilesAreHalvedUntilMemoryLasts() throws IOException {
        Bitmap original = noise(300, 200);
        Sized whole = Sized.lanczos(device, 2, 512);
        Sized short1 = new Sized(whole.lanczos(), 512, whole.margin(), 3 * 140 * 140);

        assertThat(enlarge(short1, original).rgba()).isEqualTo(enlarge(whole, original).rgba());
    }

    @Test
    void noTileIsSmallEnoughForNoMemory() {
        Sized none = new Sized(Enlargement.lanczos(device.ops(), 2), 512, 4, 0);

        assertThatThrownBy(() -> enlarge(none, noise(100, 100)))
                .isInstanceOf(DeviceMemoryException.class);
        assertThat(device.liveTensors()).isZero();
    }

    private Bitmap enlarge(Enlargement enlargement, Bitmap original) throws IOException {
        List<Bitmap> made = new ArrayList<>();
        run(enlargement, original, Paintings.NOBODY, made);
        return made.get(0);
    }

    private void run(
            Enlargement enlargement, Bitmap original, StepListener listener, List<Bitmap> made)
            throws IOException {
        new UpscalePipeline(device, (phase, nanos) -> {})
                .run(enlargement, List.of(original), listener, (i, bitmap) -> made.add(bitmap));
    }

    private static Bitmap noise(int width, int height) {
        byte[] rgba = new byte[width * height * 4];
        new Random(7).nextBytes(rgba);
        for (int i = 3; i < rgba.length; i += 4) {
            rgba[i] = (byte) 255;
        }
        return new Bitmap(width, height, rgba);
    }

    /**
     * Lanczos with tiles of another size, and no memory for larger ones.
     *
     * @param most numbers of a tile
     */
    private record Sized(Enlargement lanczos, int tile, int margin, int most)
            implements Enlargement {
        static Sized lanczos(TorchCpu device, int factor, int tile) {
            Enlargement lanczos = Enlargement.lanczos(device.ops(), factor);
            return new Sized(lanczos, tile, lanczos.margin(), Integer.MAX_VALUE);
        }

        @Override
        public int factor() {
            return lanczos.factor();
        }

        @Override
        public Tensor enlarge(TensorScope scope, Tensor image) {
            if (image.shape().elements() > most) {
                throw new DeviceMemoryException("no room for " + image.shape(), null);
            }
            return lanczos.enlarge(scope, image);
        }
    }
}

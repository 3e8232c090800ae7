package studio.pingvas.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.StingyDevice;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.torch.TorchCpu;

/** A picture that is larger than a tile, coded whole and with memory for one tile only. */
class PictureCodecTest {
    private static final int TILE = 64;
    private static final int SIDE = 80;
    private static final int CHANNELS = 8;

    private final TorchCpu device = Demonstration.device();

    @AfterEach
    void nothingIsLeftInMemory() {
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void tilesOfADecodedPictureShowNoSeams() throws IOException {
        Map<String, Integer> oneTile = Map.of(ModelManifest.VAE_DECODER, CHANNELS * TILE * TILE);
        StingyDevice small = new StingyDevice(device, oneTile);

        Bitmap whole = decode(new StingyDevice(device, Map.of()));
        Bitmap tiled = decode(small);

        assertThat(small.refusals()).containsExactly(ModelManifest.VAE_DECODER);
        assertThat(tiled.width()).isEqualTo(SIDE * 8);
        assertThat(largestDistance(tiled, whole)).isLessThanOrEqualTo(2);
        Paintings.keep("decoded-whole", whole);
        Paintings.keep("decoded-tiled", tiled);
    }

    @Test
    void tilesOfAnEncodedPictureGiveTheSameLatents() throws IOException {
        Map<String, Integer> oneTile = Map.of(ModelManifest.VAE_ENCODER, 3 * TILE * 8 * TILE * 8);
        StingyDevice small = new StingyDevice(device, oneTile);
        Bitmap picture = decode(new StingyDevice(device, Map.of()));

        float[] whole = encode(new StingyDevice(device, Map.of()), picture);
        float[] tiled = encode(small, picture);

        assertThat(small.refusals()).containsExactly(ModelManifest.VAE_ENCODER);
        double sum = 0;
        for (int i = 0; i < whole.length; i++) {
            sum += Math.abs(whole[i] - tiled[i]);
        }
        assertThat(sum / whole.length).isLessThan(0.02);
    }

    private static int largestDistance(Bitmap one, Bitmap other) {
        int largest = 0;
        for (int i = 0; i < one.rgba().length; i++) {
            int distance = Math.abs((one.rgba()[i] & 0xFF) - (other.rgba()[i] & 0xFF));
            largest = Math.max(largest, distance);
        }
        return largest;
    }

    /** Noise of a quarter of the side, enlarged: something with shapes in it. */
    private Bitmap decode(StingyDevice where) throws IOException {
        try (Paintings paintings = new Paintings(where);
                TensorScope scope = where.openScope()) {
            Tensor coarse = scope.floats(Shape.of(1, CHANNELS, SIDE / 4, SIDE / 4));
            where.ops().normalNoise(coarse, 5, 0);
            Tensor latents = scope.floats(Shape.of(1, CHANNELS, SIDE, SIDE));
            where.ops().resample(coarse, latents);
            PictureCodec codec =
                    new PictureCodec(where, paintings.model(), new MemoryLadder(where));
            return where.ops().toBitmap(codec.decode(scope, latents));
        }
    }

    private float[] encode(StingyDevice where, Bitmap picture) throws IOException {
        try (Paintings paintings = new Paintings(where);
                TensorScope scope = where.openScope()) {
            Tensor image = new PictureTensors(where.ops(), scope).load(picture);
            PictureCodec codec =
                    new PictureCodec(where, paintings.model(), new MemoryLadder(where));
            return codec.encode(scope, image).toArray();
        }
    }
}

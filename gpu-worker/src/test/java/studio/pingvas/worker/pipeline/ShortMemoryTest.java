package studio.pingvas.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.DeviceMemoryException;
import studio.pingvas.worker.tensor.StingyDevice;
import studio.pingvas.worker.torch.TorchCpu;

/** The same pictures come out of a device with too little memory for the fast way. */
class ShortMemoryTest {
    private static final int LATENTS = 8 * 16 * 16;
    private static final Painting CASTLE = Paintings.of("a castle on a green hill", 6, 1);

    private final TorchCpu device = Demonstration.device();

    @AfterEach
    void nothingIsLeftInMemory() {
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void questionsAreAskedOneAfterTheOtherAndOnlyOneFails() throws IOException {
        StingyDevice small = new StingyDevice(device, Map.of(ModelManifest.DENOISER, LATENTS));

        Bitmap picture = paint(small);

        assertThat(small.refusals()).containsExactly(ModelManifest.DENOISER);
        assertThat(Paintings.distance(picture, paint(new StingyDevice(device, Map.of()))))
                .isLessThan(0.5);
    }

    @Test
    void decoderThatDoesNotFitAtAllIsNotHiddenByTiles() {
        StingyDevice small = new StingyDevice(device, Map.of(ModelManifest.VAE_DECODER, 1));

        assertThatThrownBy(() -> paint(small)).isInstanceOf(DeviceMemoryException.class);
        assertThat(small.refusals())
                .containsExactly(ModelManifest.VAE_DECODER, ModelManifest.VAE_DECODER);
    }

    @Test
    void denoiserThatDoesNotFitRowByRowEndsTheRun() {
        StingyDevice small = new StingyDevice(device, Map.of(ModelManifest.DENOISER, 1));

        assertThatThrownBy(() -> paint(small)).isInstanceOf(DeviceMemoryException.class);
        assertThat(small.refusals())
                .containsExactly(ModelManifest.DENOISER, ModelManifest.DENOISER);
    }

    private static Bitmap paint(StingyDevice device) throws IOException {
        try (Paintings paintings = new Paintings(device)) {
            return paintings.fromText(CASTLE, 7);
        }
    }
}

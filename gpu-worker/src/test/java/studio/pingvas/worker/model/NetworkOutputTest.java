package studio.pingvas.worker.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.torch.ModuleFile;
import studio.pingvas.worker.torch.TorchCpu;

/** The demonstration model with one network of another shape than its manifest says. */
class NetworkOutputTest {
    @TempDir Path root;

    private final TorchCpu device = Demonstration.device();
    private WarmModels models;

    @BeforeEach
    void openModels() {
        models = new WarmModels(root, device, 1, new WorkerMetrics());
    }

    @AfterEach
    void freeModels() {
        models.close();
    }

    @Test
    void denoiserOfOtherChannelsIsFoundOut() throws IOException {
        replace("denoiser.pt", "def forward(self, x, t, text): return x[:, :4]");

        assertFoundOut(
                (model, scope) -> {
                    Conditioning told = model.condition(scope, List.of(""), 128, 128, 1);
                    Tensor timesteps = scope.floats(Shape.of(1), new float[1]);
                    model.denoiser().predict(scope, latents(scope), timesteps, told);
                },
                "The denoiser gives [1, 4, 2, 2] instead of [1, 8, 2, 2]");
    }

    @Test
    void decoderOfAnotherScaleIsFoundOut() throws IOException {
        replace("vae_decoder.pt", "def forward(self, x): return x[:, :3]");

        assertFoundOut(
                (model, scope) -> model.vaeDecoder().decode(scope, device.ops(), latents(scope)),
                "The VAE decoder gives [1, 3, 2, 2] instead of [1, 3, 16, 16]");
    }

    @Test
    void encoderOfAnotherScaleIsFoundOut() throws IOException {
        replace("vae_encoder.pt", "def forward(self, x): return x");

        assertFoundOut(
                (model, scope) -> {
                    Tensor image = scope.floats(Shape.of(1, 3, 16, 16), new float[768]);
                    model.vaeEncoder().orElseThrow().encode(scope, device.ops(), image);
                },
                "The VAE encoder gives [1, 3, 16, 16] instead of [1, 8, 2, 2]");
    }

    @Test
    void textOfAnotherLengthIsFoundOut() throws IOException {
        replace("text_encoder.pt", "def forward(self, ids): return ids[:, :7, None].float()");

        assertFoundOut(
                (model, scope) -> model.condition(scope, List.of("a house"), 128, 128, 1),
                "A text encoder gives [1, 7, 1] for 32 tokens");
    }

    @Test
    void oneOutputTooManyIsFoundOut() throws IOException {
        replace("text_encoder.pt", "def forward(self, ids): return ids, ids");

        assertFoundOut(
                (model, scope) -> model.condition(scope, List.of("a house"), 128, 128, 1),
                "gives 2 tensors, not 1");
    }

    private void replace(String file, String forward) throws IOException {
        Path network = new ModuleFile(forward).write(root.resolve("network.pt"));
        ModelCopy.in(root).replaceFile(file, Files.readAllBytes(network));
    }

    private void assertFoundOut(BiConsumer<DiffusionModel, TensorScope> use, String complaint)
            throws IOException {
        DiffusionModel model = models.get(Demonstration.MODEL);
        try (TensorScope scope = device.openScope()) {
            assertThatThrownBy(() -> use.accept(model, scope))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining(complaint);
        }
    }

    private static Tensor latents(TensorScope scope) {
        return scope.floats(Shape.of(1, 8, 2, 2), new float[32]);
    }
}

package studio.pingvas.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.model.UpscalerManifest;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.torch.TorchCpu;

class UpscalerTest {
    @TempDir Path root;

    private final TorchCpu device = Demonstration.device();
    private WarmModels models;

    @BeforeEach
    void writeUpscaler() throws IOException {
        models = new WarmModels(root, device, 1 << 30, new WorkerMetrics());
        write("\"scale\": 2");
    }

    @AfterEach
    void freeModels() {
        models.close();
    }

    @Test
    void pictureGrowsByTheScale() throws IOException {
        Upscaler upscaler = models.upscaler("doubled");

        try (TensorScope scope = device.openScope()) {
            Tensor image = scope.floats(Shape.of(1, 3, 1, 2), new float[] {1, 2, 3, 4, 5, 6});
            Tensor large = upscaler.enlarge(scope, image);

            assertThat(large.shape()).isEqualTo(Shape.of(1, 3, 2, 4));
            assertThat(large.toArray()).startsWith(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4);
        }
        assertThat(upscaler.manifest().margin()).isEqualTo(8);
    }

    @Test
    void upscalerStaysLoadedBesideModels() throws IOException {
        ModelCopy.in(root);
        Upscaler upscaler = models.upscaler("doubled");
        models.get("tiny");

        assertThat(models.upscaler("doubled")).isSameAs(upscaler);
        assertThat(models.warmth().models()).containsExactly("tiny", "doubled");
        assertThat(models.installed()).containsExactly("tiny");
    }

    @Test
    void upscalerThatWasReplacedIsLoadedAgain() throws IOException {
        Upscaler upscaler = models.upscaler("doubled");
        write("\"tile\": 128, \"scale\": 2");

        assertThat(models.upscaler("doubled")).isNotSameAs(upscaler);
    }

    @Test
    void networkOfAnotherScaleIsFoundOut() throws IOException {
        write("\"scale\": 4");
        Upscaler upscaler = models.upscaler("doubled");

        try (TensorScope scope = device.openScope()) {
            Tensor image = scope.floats(Shape.of(1, 3, 1, 1), new float[3]);
            assertThatThrownBy(() -> upscaler.enlarge(scope, image))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("[1, 3, 2, 2]");
        }
    }

    @Test
    void pictureOfNoNumbersIsAFaultOfTheUpscaler() throws IOException {
        Upscaler upscaler = models.upscaler("doubled");

        try (TensorScope scope = device.openScope()) {
            Tensor image = scope.floats(Shape.of(1, 3, 1, 1), new float[] {0, Float.NaN, 0});
            assertThatThrownBy(() -> upscaler.enlarge(scope, image))
                    .isInstanceOf(ModelInvalidException.class)
                    .hasMessageContaining("produces no numbers");
        }
    }

    @Test
    void modelIsNoUpscalerAndAnUpscalerNoModel() throws IOException {
        ModelCopy.in(root);

        assertThatThrownBy(() -> models.upscaler("tiny")).isInstanceOf(ModelMissingException.class);
        assertThatThrownBy(() -> models.get("doubled")).isInstanceOf(ModelMissingException.class);
        assertThatThrownBy(() -> models.upscaler("../doubled"))
                .isInstanceOf(ModelMissingException.class);
    }

    @Test
    void damagedNetworkIsRefused() throws IOException {
        Files.writeString(root.resolve("doubled").resolve(UpscalerManifest.NETWORK), "no network");

        assertThatThrownBy(() -> models.upscaler("doubled"))
                .isInstanceOf(ModelInvalidException.class)
                .hasMessageContaining("upscaler.pt is damaged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"scale\": 3 | scale is 3",
                "\"tile\": 8 | tile is 8",
                "\"margin\": -1 | margin is -1",
                "\"format\": 2 | format is 2",
                "\"id\": \"other\" | calls it other",
                "\"name\": \"\" | name is blank",
                "\"files\": {} | files lacks upscaler.pt",
                "\"colour\": 1 | colour",
            })
    void manifestThatIsNotRightIsRefused(String field, String complaint) throws IOException {
        write(field);

        assertThatThrownBy(() -> models.upscaler("doubled"))
                .isInstanceOf(ModelInvalidException.class)
                .hasMessageContaining(complaint);
    }

    private void write(String fields) throws IOException {
        DoublingUpscaler.write(root, fields);
    }
}

package studio.pingvas.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.Demonstration;

class WarmModelsTest {
    @TempDir Path root;

    private ModelCopy copy;
    private WarmModels models;

    @BeforeEach
    void copyModel() throws IOException {
        copy = ModelCopy.in(root);
        models = new WarmModels(root, Demonstration.device(), 1);
    }

    @AfterEach
    void freeModels() {
        models.close();
    }

    @Test
    void modelStaysLoaded() throws IOException {
        assertThat(models.get("tiny")).isSameAs(models.get("tiny"));
    }

    @Test
    void modelThatWasReplacedOnDiskIsLoadedAgain() throws IOException {
        TextToImageModel before = models.get("tiny");
        copy.replaceInManifest("\"steps\": 16", "\"steps\": 20");

        assertThat(models.get("tiny")).isNotSameAs(before);
        assertThat(models.get("tiny").manifest().defaults().steps()).isEqualTo(20);
    }

    @Test
    void modelOfNoNetworksIsInvalidAndTheNextOneStillLoads() throws IOException {
        byte[] denoiser = Files.readAllBytes(copy.file("denoiser.pt"));
        copy.replaceFile("denoiser.pt", "foo".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> models.get("tiny"))
                .isInstanceOf(ModelInvalidException.class)
                .hasMessageContaining("denoiser.pt cannot be loaded");

        copy.replaceFile("denoiser.pt", denoiser);
        assertThat(models.get("tiny").manifest().id()).isEqualTo("tiny");
    }

    @Test
    void tokenizerThatIsNoneIsInvalid() throws IOException {
        copy.replaceFile("tokenizer.json", "foo".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> models.get("tiny"))
                .isInstanceOf(ModelInvalidException.class)
                .hasMessageContaining("tokenizer.json holds no tokenizer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"huge", "", "..", "../tiny", "tiny/", "/etc", "ti\u0000ny"})
    void whatIsNoModelOfThisFolderIsMissing(String id) {
        assertThatThrownBy(() -> models.get(id))
                .isInstanceOfSatisfying(
                        ModelMissingException.class,
                        e -> assertThat(e.code()).isEqualTo("model-not-found"));
    }

    @Test
    void brokenModelsAreNotListed() throws IOException {
        Path broken = Files.createDirectories(root.resolve("broken"));
        Files.writeString(broken.resolve("model.json"), "{}");
        Files.createDirectories(root.resolve("empty"));

        assertThat(models.installed()).containsExactly("tiny");
    }
}

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
import studio.pingvas.worker.metrics.PrometheusText;
import studio.pingvas.worker.metrics.WorkerMetrics;

class WarmModelsTest {
    @TempDir Path root;

    private final WorkerMetrics metrics = new WorkerMetrics();
    private ModelCopy copy;
    private WarmModels models;

    @BeforeEach
    void copyModel() throws IOException {
        copy = ModelCopy.in(root);
        models = modelsIn(1);
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
    void weightsAreMeasuredAsTheyLieInMemory() throws IOException {
        DiffusionModel tiny = models.get("tiny");

        // Half precision in the files, 32 bits on a processor.
        long files = Files.size(copy.file("denoiser.pt")) + Files.size(copy.file("vae_decoder.pt"));
        assertThat(tiny.bytes()).isBetween(files * 3 / 2, files * 3);
        assertThat(models.warmth().bytes()).isEqualTo(tiny.bytes());
    }

    @Test
    void modelsThatFitTogetherStayTogether() throws IOException {
        ModelCopy.in(root, "other");
        models = modelsIn(10 * models.get("tiny").bytes());

        DiffusionModel tiny = models.get("tiny");
        models.get("other");

        assertThat(models.get("tiny")).isSameAs(tiny);
        assertThat(models.warmth().models()).containsExactly("other", "tiny");
        assertThat(counted()).contains("model_hits_total 1\n", "model_misses_total 3\n");
    }

    @Test
    void modelThatWasUsedLongestAgoMakesRoom() throws IOException {
        ModelCopy.in(root, "second");
        ModelCopy.in(root, "third");
        long each = models.get("tiny").bytes();
        // Room for two, or for one and what a third is first taken to need.
        models = modelsIn(each * 5 / 2);
        models.get("tiny");
        models.get("second");
        models.get("third");
        models.get("second");
        models.get("tiny");

        assertThat(models.warmth().models()).containsExactly("second", "tiny");
        assertThat(models.warmth().bytes()).isEqualTo(2 * each);
    }

    @Test
    void timeOfLoadingGrowsByLoadingAlone() throws IOException {
        assertThat(models.loadingNanos()).isZero();
        models.get("tiny");
        long afterOne = models.loadingNanos();
        models.get("tiny");

        assertThat(afterOne).isPositive();
        assertThat(models.loadingNanos()).isEqualTo(afterOne);
    }

    @Test
    void modelThatIsLargerThanTheMemoryIsLoadedAlone() throws IOException {
        ModelCopy.in(root, "other");

        models.get("tiny");
        models.get("other");

        assertThat(models.warmth().models()).containsExactly("other");
    }

    @Test
    void reloadedModelsAreReadAgain() throws IOException {
        DiffusionModel before = models.get("tiny");
        models.reload();

        assertThat(models.get("tiny")).isNotSameAs(before).isSameAs(models.get("tiny"));
    }

    @Test
    void modelThatWasReplacedOnDiskIsLoadedAgain() throws IOException {
        DiffusionModel before = models.get("tiny");
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
    void folderOfLorasIsNoModel() throws IOException {
        Path loras = Files.createDirectories(root.resolve("loras"));
        Files.copy(copy.file("model.json"), loras.resolve("model.json"));

        assertThat(models.installed()).containsExactly("tiny");
        assertThatThrownBy(() -> models.get("loras")).isInstanceOf(ModelMissingException.class);
    }

    @Test
    void brokenModelsAreNotListed() throws IOException {
        Path broken = Files.createDirectories(root.resolve("broken"));
        Files.writeString(broken.resolve("model.json"), "{}");
        Files.createDirectories(root.resolve("empty"));

        assertThat(models.installed()).containsExactly("tiny");
    }

    private WarmModels modelsIn(long memoryBytes) {
        return new WarmModels(root, Demonstration.device(), memoryBytes, metrics);
    }

    private String counted() {
        PrometheusText text = new PrometheusText();
        metrics.writeTo(text);
        return text.toString();
    }
}

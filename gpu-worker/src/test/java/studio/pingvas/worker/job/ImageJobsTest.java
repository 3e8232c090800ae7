package studio.pingvas.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.platform.json.Json;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.fault.PermanentFaultException;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.ModelCopy;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.recipe.Recipe;
import studio.pingvas.worker.store.PictureStore;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.torch.TorchCpu;
import studio.pingvas.worker.weights.LoraFolder;

class ImageJobsTest {
    private static final Attempt ATTEMPT = new Attempt(2, 1);

    @TempDir Path folder;

    private final TorchCpu device = Demonstration.device();
    private final Cancellations cancellations = new Cancellations();
    private final WorkerMetrics metrics = new WorkerMetrics();
    private WarmModels models;

    @BeforeEach
    void openModels() {
        models = new WarmModels(Demonstration.MODELS, device, 1, new WorkerMetrics());
    }

    @AfterEach
    void freeModels() {
        models.close();
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void storedPictureIsWhatTheResultSays() throws Exception {
        GenerateImage job = Jobs.aJob().sized(512).seeded(7).build();

        GeneratedImage image = run(job).images().get(0);

        byte[] png = stored(image.originalKey());
        assertThat(image.originalKey()).contains("/2-1/").contains(job.userId().toString());
        assertThat(image.bytes()).isEqualTo(png.length);
        assertThat(image.sha256())
                .isEqualTo(
                        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png)));
        assertThat(new String(png, StandardCharsets.ISO_8859_1))
                .contains("a lighthouse at sunset\nSteps: 4, Sampler: Flow Match Euler,")
                .contains("Seed: 7, Size: 512x512, Model hash: ")
                .contains("Version: Pingvas Studio test");
        Recipe recipe = Json.read(image.recipe(), Recipe.class);
        assertThat(recipe.upscale()).isEqualTo("lanczos x4");
        assertThat(recipe.denoisedWidth()).isEqualTo(128);
        assertThat(recipe.model().files()).containsKeys("denoiser.pt", "tokenizer.json");
        Files.write(Files.createDirectories(Path.of("target/pictures")).resolve("job.png"), png);
    }

    @Test
    void eachFileOfFourEqualsTheOneAskedForAloneByteForByte() throws IOException {
        List<GeneratedImage> together =
                run(Jobs.aJob().seeded(4_294_967_294L).ofPictures(4).build()).images();

        List<Long> seeds = together.stream().map(GeneratedImage::seed).toList();
        assertThat(seeds).containsExactly(4_294_967_294L, 4_294_967_295L, 0L, 1L);
        for (GeneratedImage image : together) {
            GeneratedImage alone = run(Jobs.aJob().seeded(image.seed()).build()).images().get(0);
            assertThat(stored(alone.originalKey())).isEqualTo(stored(image.originalKey()));
            assertThat(stored(alone.thumbnailKey())).isEqualTo(stored(image.thumbnailKey()));
            assertThat(alone.recipe()).isEqualTo(image.recipe());
        }
    }

    static Stream<Arguments> requestsThatCannotBeDone() {
        return Stream.of(
                Arguments.of(Jobs.aJob().ofKind("text-to-video"), "kind-not-supported"),
                Arguments.of(Jobs.aJob().byModel("sdxl"), "model-not-found"),
                Arguments.of(Jobs.aJob().byModel("../tiny"), "model-not-found"),
                Arguments.of(Jobs.aJob().byModel(null), "request-invalid"),
                Arguments.of(Jobs.aJob().sized(130), "size-not-supported"),
                Arguments.of(Jobs.aJob().scheduledBy("ddim"), "scheduler-not-supported"),
                Arguments.of(Jobs.aJob().scheduledBy(null), "scheduler-not-supported"),
                Arguments.of(Jobs.aJob().showing(" "), "request-invalid"),
                Arguments.of(Jobs.aJob().showing(null), "request-invalid"),
                Arguments.of(Jobs.aJob().showing("x".repeat(10_001)), "request-invalid"),
                Arguments.of(Jobs.aJob().inSteps(0), "request-invalid"),
                Arguments.of(Jobs.aJob().inSteps(10_000), "request-invalid"),
                Arguments.of(Jobs.aJob().guidedBy(Double.NaN), "request-invalid"),
                Arguments.of(Jobs.aJob().guidedBy(-1), "request-invalid"),
                Arguments.of(Jobs.aJob().seeded(-1), "request-invalid"),
                Arguments.of(Jobs.aJob().seeded(1L << 32), "request-invalid"),
                Arguments.of(Jobs.aJob().ofPictures(0), "request-invalid"),
                Arguments.of(Jobs.aJob().ofPictures(9), "request-invalid"),
                Arguments.of(Jobs.aJob().ofKind("image-to-image"), "request-invalid"),
                Arguments.of(Jobs.aJob().over("users/u/a.png", 0), "request-invalid"),
                Arguments.of(Jobs.aJob().over("users/u/a.png", 1.01), "request-invalid"),
                Arguments.of(Jobs.aJob().over("users/u/a.png", Double.NaN), "request-invalid"),
                Arguments.of(Jobs.aJob().into("users/u/a.png", null), "request-invalid"),
                Arguments.of(Jobs.aJob().enlarging("users/u/a.png", 3), "request-invalid"),
                Arguments.of(Jobs.aJob().over("users/u/none.png", 0.5), "image-not-found"),
                Arguments.of(Jobs.aJob().with(new LoraUse("none", 1)), "lora-not-found"),
                Arguments.of(Jobs.aJob().with(new LoraUse("../tiny", 1)), "lora-not-found"),
                Arguments.of(Jobs.aJob().with(new LoraUse("a", 5)), "request-invalid"),
                Arguments.of(Jobs.aJob().with(new LoraUse("a", Double.NaN)), "request-invalid"),
                Arguments.of(Jobs.aJob().with(new LoraUse(null, 1)), "request-invalid"),
                Arguments.of(Jobs.aJob().thenOver("snow", 0), "request-invalid"),
                Arguments.of(Jobs.aJob().thenEnlarged(8), "request-invalid"),
                Arguments.of(
                        Jobs.aJob().sized(512).thenEnlarged(4).thenEnlarged(4), "image-too-large"));
    }

    @ParameterizedTest
    @MethodSource("requestsThatCannotBeDone")
    void requestThatCannotBeDoneFailsForGood(Jobs.Builder job, String code) {
        assertThatThrownBy(() -> run(job.build()))
                .isInstanceOfSatisfying(
                        PermanentFaultException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void corruptedModelFailsForGood() throws IOException {
        ModelCopy copy = ModelCopy.in(folder.resolve("models"));
        copy.flipByteOf("denoiser.pt");
        models = new WarmModels(copy.root(), device, 1, new WorkerMetrics());

        assertThatThrownBy(() -> run(Jobs.aJob().build()))
                .isInstanceOfSatisfying(
                        PermanentFaultException.class,
                        e -> assertThat(e.code()).isEqualTo("model-invalid"))
                .hasMessageContaining("denoiser.pt is damaged");
    }

    @Test
    void modelWhoseNetworksDoNotFitTogetherFailsForGood() throws IOException {
        ModelCopy copy = ModelCopy.in(folder.resolve("models"));
        copy.replaceInManifest("\"downsample\": 8", "\"downsample\": 4");
        copy.replaceInManifest("\"length\": 32", "\"length\": 33");
        models = new WarmModels(copy.root(), device, 1, new WorkerMetrics());

        assertThatThrownBy(() -> run(Jobs.aJob().build()))
                .isInstanceOfSatisfying(
                        PermanentFaultException.class,
                        e -> assertThat(e.code()).isEqualTo("model-invalid"));
    }

    @Test
    void jobThatWasCancelledBeforeItCameIsNotBegun() throws IOException {
        GenerateImage job = Jobs.aJob().build();
        cancellations.add(job.jobId());

        assertThatThrownBy(() -> run(job)).isInstanceOf(GenerationCancelledException.class);
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void storeThatFailsIsNoPermanentFault() throws IOException {
        Files.writeString(folder.resolve("store"), "not a folder");

        assertThatThrownBy(() -> run(Jobs.aJob().build())).isInstanceOf(IOException.class);
    }

    private CompletedJob run(GenerateImage job) throws IOException {
        return new ImageJobs(
                        engines(device),
                        new PictureStore(new FileObjectStore(folder.resolve("store"))),
                        new RecipeWriter("Pingvas Studio test", 1),
                        new JobSettings(Duration.ofSeconds(60), Duration.ZERO),
                        cancellations,
                        metrics)
                .run(job, ATTEMPT, report -> {});
    }

    private Engines engines(Device device) {
        return new Engines(
                new Engine(device, models, new LoraFolder(Demonstration.MODELS), metrics), null);
    }

    private byte[] stored(String key) throws IOException {
        return Files.readAllBytes(folder.resolve("store").resolve(key));
    }
}

package studio.pingvas.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.platform.Sha256;
import studio.pingvas.platform.json.Json;
import studio.pingvas.platform.store.FileObjectStore;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.fault.PermanentFaultException;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.PictureReader;
import studio.pingvas.worker.image.TestPictures;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.DoublingUpscaler;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.recipe.Recipe;
import studio.pingvas.worker.recipe.RecipeStep;
import studio.pingvas.worker.store.PictureStore;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.StingyDevice;
import studio.pingvas.worker.torch.TorchCpu;
import studio.pingvas.worker.weights.LoraFolder;

/** What requests can ask for beyond a picture from words, from the store to the store. */
class ImageModesTest {
    private static final String PICTURE = "users/u/inputs/picture.png";
    private static final String MASK = "users/u/inputs/mask.png";

    @TempDir Path folder;

    private final TorchCpu device = Demonstration.device();
    private final WorkerMetrics metrics = new WorkerMetrics();
    private final List<StepReport> reports = new ArrayList<>();
    private final List<Engine> opened = new ArrayList<>();

    @AfterEach
    void nothingIsLeftInMemory() {
        opened.forEach(Engine::close);
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void pictureIsPaintedOverAndTheRecipeNamesIt() throws IOException {
        byte[] file = put(PICTURE, TestPictures.png(painted(1)));

        GeneratedImage image = run(Jobs.aJob().over(PICTURE, 0.5).inSteps(6)).get(0);

        Recipe recipe = Json.read(image.recipe(), Recipe.class);
        assertThat(recipe.kind()).isEqualTo(GenerateImage.IMAGE_TO_IMAGE);
        assertThat(recipe.strength()).isEqualTo(0.5);
        assertThat(recipe.input()).isEqualTo(Sha256.of(file));
        assertThat(parameters(image)).contains("Denoising strength: 0.5");
        assertThat(reports).extracting(StepReport::totalSteps).containsOnly(3);
    }

    @Test
    void eachPictureOfThreeBeginsWithTheSameAndHasItsOwnSeed() throws IOException {
        put(PICTURE, TestPictures.jpeg(painted(1)));

        List<GeneratedImage> three = run(Jobs.aJob().over(PICTURE, 0.7).seeded(7).ofPictures(3));

        GeneratedImage alone = run(Jobs.aJob().over(PICTURE, 0.7).seeded(8)).get(0);
        assertThat(three).extracting(GeneratedImage::sha256).doesNotHaveDuplicates();
        assertThat(three.get(1).sha256()).isEqualTo(alone.sha256());
    }

    @Test
    void partIsPaintedAnewAndTheRestStays() throws IOException {
        Bitmap original = painted(1);
        put(PICTURE, TestPictures.png(original));
        put(MASK, TestPictures.png(lowerHalfWhite(original.width(), original.height())));

        GeneratedImage image = run(Jobs.aJob().into(PICTURE, MASK)).get(0);

        byte[] made = stored(image).rgba();
        int half = made.length / 2;
        assertThat(Arrays.copyOf(made, half)).isEqualTo(Arrays.copyOf(original.rgba(), half));
        assertThat(made).isNotEqualTo(original.rgba());
        assertThat(Json.read(image.recipe(), Recipe.class).mask()).hasSize(64);
    }

    @Test
    void pictureIsEnlargedWithoutAModel() throws IOException {
        put(PICTURE, TestPictures.png(painted(1)));

        GeneratedImage image = run(Jobs.aJob().enlarging(PICTURE, 4)).get(0);

        assertThat(image.width()).isEqualTo(512);
        Recipe recipe = Json.read(image.recipe(), Recipe.class);
        assertThat(recipe.upscale()).isEqualTo("lanczos x4");
        assertThat(recipe.model()).isNull();
        assertThat(parameters(image)).startsWith("Size: 512x512");
    }

    @Test
    void pictureIsEnlargedByAnUpscalerInTiles() throws IOException {
        Bitmap original = painted(1);
        put(PICTURE, TestPictures.png(original));
        DoublingUpscaler.write(folder.resolve("models"), "\"tile\": 48, \"margin\": 1");

        GeneratedImage image = run(Jobs.aJob().enlarging(PICTURE, 2, "doubled")).get(0);

        byte[] made = stored(image).rgba();
        for (int pixel = 0; pixel < 256 * 256; pixel++) {
            int from = (pixel / 256 / 2 * 128 + pixel % 256 / 2) * 4;
            assertThat(made[4 * pixel]).isEqualTo(original.rgba()[from]);
        }
        assertThat(reports).hasSize(9);
        Recipe recipe = Json.read(image.recipe(), Recipe.class);
        assertThat(recipe.upscale()).isEqualTo("doubled x2");
        assertThat(recipe.model().files()).containsKey("upscaler.pt");
    }

    @Test
    void upscalerOfAnotherScaleOrNoneFailsForGood() throws IOException {
        put(PICTURE, TestPictures.png(painted(1)));
        DoublingUpscaler.write(folder.resolve("models"), "\"tile\": 48");

        assertThatThrownBy(() -> run(Jobs.aJob().enlarging(PICTURE, 4, "doubled")))
                .isInstanceOfSatisfying(
                        PermanentFaultException.class,
                        e -> assertThat(e.code()).isEqualTo("kind-not-supported"));
        assertThatThrownBy(() -> run(Jobs.aJob().enlarging(PICTURE, 4, "none")))
                .isInstanceOfSatisfying(
                        PermanentFaultException.class,
                        e -> assertThat(e.code()).isEqualTo("model-not-found"));
    }

    /** A workflow is what its steps would be as requests of their own, one after another. */
    @Test
    void workflowEqualsItsStepsAsRequestsOfTheirOwn() throws IOException {
        GeneratedImage whole =
                run(Jobs.aJob().seeded(3).thenOver("deep snow", 0.6).thenEnlarged(2)).get(0);

        GeneratedImage first = run(Jobs.aJob().seeded(3)).get(0);
        put(PICTURE, Files.readAllBytes(file(first.originalKey())));
        GeneratedImage second =
                run(Jobs.aJob().seeded(3).showing("deep snow").over(PICTURE, 0.6)).get(0);
        put(PICTURE, Files.readAllBytes(file(second.originalKey())));
        GeneratedImage third = run(Jobs.aJob().enlarging(PICTURE, 2)).get(0);

        assertThat(stored(whole).rgba()).isEqualTo(stored(third).rgba());
        Recipe recipe = Json.read(whole.recipe(), Recipe.class);
        assertThat(recipe.kind()).isEqualTo(GenerateImage.TEXT_TO_IMAGE);
        assertThat(recipe.then())
                .extracting(RecipeStep::kind)
                .containsExactly(GenerateImage.IMAGE_TO_IMAGE, GenerateImage.UPSCALE);
    }

    /** Two steps take the first; the second takes its own seed; the third a picture of each. */
    @Test
    void workflowWithBranchesEqualsItsStepsAsRequestsOfTheirOwn() throws IOException {
        Jobs.Builder branches = Jobs.aJob().seeded(3).showing("a house").inSteps(3);
        branches.then(branches.painting("text-to-image", "white noise", null, null, null, 9L))
                .then(branches.painting("inpaint", "a door", 0, 0.5, 1, null))
                .then(branches.painting("image-to-image", "snow", 2, 0.5, null, 11L));
        GeneratedImage whole = run(branches).get(0);

        Jobs.Builder alone = Jobs.aJob().seeded(3).showing("a house").inSteps(3);
        GeneratedImage house = run(alone).get(0);
        GeneratedImage noise = run(alone.seeded(9).showing("white noise")).get(0);
        put(PICTURE, Files.readAllBytes(file(house.originalKey())));
        put(MASK, Files.readAllBytes(file(noise.originalKey())));
        GeneratedImage door =
                run(Jobs.aJob().seeded(3).showing("a door").inSteps(3).into(PICTURE, MASK, 0.5))
                        .get(0);
        put(PICTURE, Files.readAllBytes(file(door.originalKey())));
        GeneratedImage snow =
                run(Jobs.aJob().seeded(11).showing("snow").inSteps(3).over(PICTURE, 0.5)).get(0);

        assertThat(stored(whole).rgba()).isEqualTo(stored(snow).rgba());
        List<RecipeStep> then = Json.read(whole.recipe(), Recipe.class).then();
        assertThat(then.get(0).link().seed()).isEqualTo(9);
        assertThat(then.get(1).link().imageStep()).isZero();
        assertThat(then.get(1).link().maskStep()).isEqualTo(1);
        assertThat(then.get(2).link().imageStep()).isNull();
    }

    @Test
    void laterStepTakesAPictureOfTheStoreAndTheRecipeNamesIt() throws IOException {
        byte[] file = put(PICTURE, TestPictures.png(painted(1)));
        put(MASK, TestPictures.png(lowerHalfWhite(128, 128)));
        Jobs.Builder job = Jobs.aJob().seeded(3).inSteps(3).ofPictures(2);
        FollowingStep part = job.painting("inpaint", "a door", null, 0.5, null, null);

        GeneratedImage second = run(job.then(withKeys(part, PICTURE, MASK))).get(1);

        GeneratedImage alone =
                run(Jobs.aJob().seeded(4).showing("a door").inSteps(3).into(PICTURE, MASK, 0.5))
                        .get(0);
        assertThat(stored(second).rgba()).isEqualTo(stored(alone).rgba());
        RecipeStep.Link link = Json.read(second.recipe(), Recipe.class).then().get(0).link();
        assertThat(link.input()).isEqualTo(Sha256.of(file));
        assertThat(link.mask()).hasSize(64);
    }

    @Test
    void chainsRecipeHasNoLinks() throws IOException {
        GeneratedImage image = run(Jobs.aJob().thenOver("deep snow", 0.5)).get(0);

        assertThat(image.recipe()).doesNotContain("link");
    }

    static Stream<Arguments> wrongLinks() {
        Jobs.Builder job = Jobs.aJob();
        FollowingStep over = job.painting("image-to-image", "p", null, 0.5, null, null);
        FollowingStep part = job.painting("inpaint", "p", null, 0.5, 0, null);
        return Stream.of(
                Arguments.of("its own picture", linked(over, 1, null, null, null)),
                Arguments.of("a later picture", linked(over, 2, null, null, null)),
                Arguments.of("no step", linked(over, -1, null, null, null)),
                Arguments.of("two pictures", linked(over, 0, "k", null, null)),
                Arguments.of("two masks", linked(part, 0, null, 0, "k")),
                Arguments.of("no mask", linked(part, 0, null, null, null)),
                Arguments.of("a mask too much", linked(over, 0, null, 0, null)),
                Arguments.of(
                        "words with a picture",
                        linked(
                                job.painting("text-to-image", "p", null, null, null, null),
                                0,
                                null,
                                null,
                                null)),
                Arguments.of(
                        "a seed out of range",
                        job.painting("image-to-image", "p", 0, 0.5, null, -1L)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongLinks")
    void stepThatTakesWhatIsNotThereFailsForGood(String what, FollowingStep step) {
        assertThatThrownBy(() -> run(Jobs.aJob().then(step)))
                .isInstanceOfSatisfying(
                        PermanentFaultException.class,
                        e -> assertThat(e.code()).isEqualTo("request-invalid"));
    }

    private static FollowingStep withKeys(FollowingStep step, String image, String mask) {
        return linked(step, null, image, null, mask);
    }

    private static FollowingStep linked(
            FollowingStep step, Integer image, String imageKey, Integer mask, String maskKey) {
        return new FollowingStep(
                step.kind(),
                step.model(),
                step.prompt(),
                step.negativePrompt(),
                step.width(),
                step.height(),
                step.steps(),
                step.cfgScale(),
                step.scheduler(),
                step.strength(),
                step.scale(),
                step.loras(),
                image,
                imageKey,
                mask,
                maskKey,
                null);
    }

    @Test
    void stepsAreCountedOverAllStepsAndPictures() throws IOException {
        run(Jobs.aJob().inSteps(4).ofPictures(2).thenOver("deep snow", 0.5).thenEnlarged(2));

        assertThat(reports).extracting(StepReport::totalSteps).containsOnly((4 + 2 + 1) * 2);
        assertThat(reports.get(reports.size() - 1).step()).isEqualTo((4 + 2 + 1) * 2);
    }

    @Test
    void pictureThatIsNoneFailsForGood() throws IOException {
        put(PICTURE, "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> run(Jobs.aJob().over(PICTURE, 0.5)))
                .isInstanceOf(PermanentFaultException.class);
    }

    @Test
    void maskOfAnotherSizeFailsForGood() throws IOException {
        put(PICTURE, TestPictures.png(painted(1)));
        put(MASK, TestPictures.png(lowerHalfWhite(64, 64)));

        assertThatThrownBy(() -> run(Jobs.aJob().into(PICTURE, MASK)))
                .isInstanceOfSatisfying(
                        PermanentFaultException.class,
                        e -> assertThat(e.code()).isEqualTo("mask-size-mismatch"))
                .hasMessageContaining("64")
                .hasMessageContaining("128");
    }

    @Test
    void jobGoesOnOnTheProcessorWhereTheDeviceHasNoMemory() throws IOException {
        StingyDevice small = new StingyDevice(device, Map.of(ModelManifest.DENOISER, 1));

        List<GeneratedImage> made = run(small, this::spare, Jobs.aJob().ofPictures(2));

        assertThat(small.refusals()).isNotEmpty();
        assertThat(made)
                .extracting(GeneratedImage::sha256)
                .isEqualTo(
                        run(Jobs.aJob().ofPictures(2)).stream()
                                .map(GeneratedImage::sha256)
                                .toList());
    }

    @Test
    void modelThatDoesNotFitBesideOthersIsTriedAloneAndThenOnTheProcessor() throws IOException {
        StingyDevice none = new StingyDevice(device, Map.of(ModelManifest.DENOISER, 0));

        assertThat(run(none, this::spare, Jobs.aJob())).hasSize(1);
        assertThat(none.refusals()).hasSize(2);
    }

    @Test
    void jobFailsForGoodWhereNoMemoryIsEnough() {
        StingyDevice small = new StingyDevice(device, Map.of(ModelManifest.VAE_DECODER, 1));

        assertThatThrownBy(() -> run(small, () -> engineOn(small), Jobs.aJob()))
                .isInstanceOfSatisfying(
                        PermanentFaultException.class,
                        e -> assertThat(e.code()).isEqualTo("out-of-memory"));
        assertThatThrownBy(() -> run(small, null, Jobs.aJob()))
                .isInstanceOf(OutOfMemoryFaultException.class);
    }

    private Engine spare() {
        return engineOn(device);
    }

    private Engine engineOn(Device where) {
        Path root = folder.resolve("models");
        Path installed = Files.isDirectory(root) ? root : Demonstration.MODELS;
        WarmModels models = new WarmModels(installed, where, 1, metrics);
        Engine engine = new Engine(where, models, new LoraFolder(installed), metrics);
        opened.add(engine);
        return engine;
    }

    private List<GeneratedImage> run(Jobs.Builder job) throws IOException {
        return run(device, null, job);
    }

    private List<GeneratedImage> run(Device where, Supplier<Engine> spare, Jobs.Builder job)
            throws IOException {
        return new ImageJobs(
                        new Engines(engineOn(where), spare),
                        new PictureStore(new FileObjectStore(folder)),
                        new RecipeWriter("Pingvas Studio test", 1),
                        new JobSettings(Duration.ofSeconds(60), Duration.ZERO),
                        new Cancellations(),
                        metrics)
                .run(job.build(), new Attempt(1, 1), reports::add)
                .images();
    }

    private Bitmap painted(long seed) throws IOException {
        return stored(run(Jobs.aJob().seeded(seed)).get(0));
    }

    private byte[] put(String key, byte[] bytes) throws IOException {
        reports.clear();
        new FileObjectStore(folder).put(key, bytes, "image/png");
        return bytes;
    }

    private Bitmap stored(GeneratedImage image) throws IOException {
        return PictureReader.read(Files.readAllBytes(file(image.originalKey())));
    }

    private Path file(String key) {
        return folder.resolve(key);
    }

    private String parameters(GeneratedImage image) throws IOException {
        byte[] png = Files.readAllBytes(file(image.originalKey()));
        String text = new String(png, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("tEXtparameters\0") + "tEXtparameters\0".length();
        return text.substring(begin, Math.min(text.length(), begin + 400));
    }

    private static Bitmap lowerHalfWhite(int width, int height) {
        byte[] rgba = new byte[width * height * 4];
        Arrays.fill(rgba, rgba.length / 2, rgba.length, (byte) 255);
        for (int i = 3; i < rgba.length; i += 4) {
            rgba[i] = (byte) 255;
        }
        return new Bitmap(width, height, rgba);
    }
}

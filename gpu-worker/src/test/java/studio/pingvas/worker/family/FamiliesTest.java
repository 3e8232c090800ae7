package studio.pingvas.worker.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.Conditioning;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.ImageToImagePipeline;
import studio.pingvas.worker.pipeline.InpaintPipeline;
import studio.pingvas.worker.pipeline.Painting;
import studio.pingvas.worker.pipeline.PictureSink;
import studio.pingvas.worker.pipeline.StepListener;
import studio.pingvas.worker.pipeline.TextToImagePipeline;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.torch.TorchCpu;

class FamiliesTest {
    private static final PictureSize SQUARE = new PictureSize(64, 64, 1);
    private static final PictureSize WIDE = new PictureSize(96, 64, 1);
    private static final PictureSize ENLARGED = new PictureSize(128, 192, 2);
    private static final StepListener NOBODY = (picture, step, preview) -> preview.get();

    private static final Set<Family> WRITTEN = EnumSet.noneOf(Family.class);

    @TempDir private static Path root;

    private static TorchCpu device;
    private static WarmModels models;

    private final List<Bitmap> made = new ArrayList<>();
    private final PictureSink sink = (picture, bitmap) -> made.add(bitmap);

    @BeforeAll
    static void openModels() {
        device = Demonstration.device();
        models = new WarmModels(root, device, 1 << 30, new WorkerMetrics());
    }

    @AfterAll
    static void closeModels() {
        models.close();
    }

    @AfterEach
    void nothingIsLeftInMemory() {
        assertThat(device.memoryUse().liveTensors()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void paintsWithEverySchedulerThatFollowsIt(Family family) throws IOException {
        write(family);
        for (SchedulerKind scheduler : FamilyModel.schedulersOf(family.prediction())) {
            made.clear();
            fromText(family, painting("word7 word8", SQUARE, scheduler, 1), 1, 2, 1);

            assertThat(painted(0)).isEqualTo(painted(2)).isNotEqualTo(painted(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void paintsPicturesThatAreNotSquare(Family family) throws IOException {
        write(family);

        fromText(family, painting("word7", WIDE, first(family), 1), 1);
        fromText(family, painting("word7", ENLARGED, first(family), 1), 1);

        assertThat(made).extracting(Bitmap::width).containsExactly(96, 128);
        assertThat(made).extracting(Bitmap::height).containsExactly(64, 192);
    }

    @ParameterizedTest
    @EnumSource
    void followsThePrompt(Family family) throws IOException {
        write(family);

        fromText(family, painting("word7", SQUARE, first(family), 1), 1);
        fromText(family, painting("word9", SQUARE, first(family), 1), 1);
        fromText(family, painting("(word9:1.5) word7", SQUARE, first(family), 1), 1);
        fromText(family, painting("word9 word7", SQUARE, first(family), 1), 1);
        // Three chunks where there is room for them, cut where there is not.
        fromText(family, painting("word7 ".repeat(200), SQUARE, first(family), 1), 1);

        for (int picture = 1; picture < made.size(); picture++) {
            assertThat(painted(picture)).isNotEqualTo(painted(picture - 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void paintsOverPicturesAndParts(Family family) throws IOException {
        write(family);
        fromText(family, painting("word7", WIDE, first(family), 1), 1);
        Bitmap original = made.get(0);
        Painting over = painting("word9", WIDE, first(family), 0.5);
        byte[] right = new byte[96 * 64];
        for (int pixel = 0; pixel < right.length; pixel++) {
            right[pixel] = (byte) (pixel % 96 < 48 ? 0 : 255);
        }

        new ImageToImagePipeline(device, (phase, nanos) -> {})
                .run(models.get(family.id()), over, List.of(original), List.of(3L), NOBODY, sink);
        new InpaintPipeline(device, (phase, nanos) -> {})
                .run(
                        models.get(family.id()),
                        over,
                        List.of(original),
                        List.of(new Mask(96, 64, right)),
                        List.of(3L),
                        NOBODY,
                        sink);

        assertThat(painted(1)).isNotEqualTo(painted(0));
        assertThat(firstPixels(made.get(2))).isEqualTo(firstPixels(original));
        assertThat(painted(2)).isNotEqualTo(painted(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SD15 | [2, 231, 768] | null | null | null | 0",
                "SDXL | [2, 231, 2048] | [2, 1280] | [2, 6] | null | 0",
                "FLUX | [2, 512, 4096] | [2, 768] | null | [2] | 0",
                "Z_IMAGE | [2, 512, 2560] | null | null | null | 0",
            })
    void longPromptsFillWhatTheModelHasRoomFor(
            Family family, String text, String pooled, String size, String guidance, int cut)
            throws IOException {
        write(family);
        List<String> prompts = List.of("word7 ".repeat(200), "word9");

        try (TensorScope scope = device.openScope()) {
            Conditioning told = models.get(family.id()).condition(scope, prompts, 96, 64, 3.5);

            assertThat(shown(told.text())).isEqualTo(text);
            assertThat(shown(told.pooled())).isEqualTo(pooled);
            assertThat(shown(told.size())).isEqualTo(size);
            assertThat(shown(told.guidance())).isEqualTo(guidance);
            assertThat(told.tokensCut()).isEqualTo(cut);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFindsNoRoomIsCounted(Family family) throws IOException {
        write(family);
        List<String> prompts = List.of("word7 ".repeat(600));

        try (TensorScope scope = device.openScope()) {
            Conditioning told = models.get(family.id()).condition(scope, prompts, 64, 64, 1);
            int room = family == Family.FLUX ? 511 : family == Family.Z_IMAGE ? 507 : 3 * 75;

            assertThat(told.tokensCut()).isEqualTo(600 - room);
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightOfAWordChangesItsVectorAgainstTheOthers(Family family) throws IOException {
        write(family);
        List<String> prompts = List.of("word7 word8", "(word7:2) word8");

        try (TensorScope scope = device.openScope()) {
            Tensor text = models.get(family.id()).condition(scope, prompts, 64, 64, 1).text();
            float[] vectors = text.toArray();
            int width = text.shape().dimension(2);
            int row = text.shape().dimension(1) * width;
            int word7 = (family == Family.FLUX ? 0 : family == Family.Z_IMAGE ? 2 : 1) * width;
            int word8 = word7 + width;

            float others = vectors[row + word8] / vectors[word8];
            assertThat(vectors[row + word7] / vectors[word7]).isCloseTo(2 * others, within(1e-4f));
        }
    }

    private static String shown(Tensor tensor) {
        return tensor == null ? "null" : tensor.shape().toString();
    }

    private void write(Family family) throws IOException {
        if (WRITTEN.add(family)) {
            family.write(root);
        }
    }

    private static SchedulerKind first(Family family) {
        return FamilyModel.schedulersOf(family.prediction()).get(0);
    }

    private static Painting painting(
            String prompt, PictureSize size, SchedulerKind scheduler, double strength) {
        return new Painting(prompt, "word11", size, 4, 3.5, scheduler, strength);
    }

    private void fromText(Family family, Painting painting, long... seeds) throws IOException {
        new TextToImagePipeline(device, (phase, nanos) -> {})
                .run(
                        models.get(family.id()),
                        painting,
                        Arrays.stream(seeds).boxed().toList(),
                        NOBODY,
                        sink);
    }

    /** Short enough to be shown where it is not what it should be. */
    private String painted(int picture) {
        byte[] rgba = made.get(picture).rgba();
        return UUID.nameUUIDFromBytes(rgba).toString();
    }

    private static byte[] firstPixels(Bitmap bitmap) {
        return Arrays.copyOf(bitmap.rgba(), 4 * 40);
    }
}

package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aFreePlan;
import static studio.pingvas.generation.jobs.Samples.aModel;
import static studio.pingvas.generation.jobs.Samples.aModelThatPaintsFromWordsAlone;
import static studio.pingvas.generation.jobs.Samples.aRequest;
import static studio.pingvas.generation.jobs.Samples.anImageToImage;
import static studio.pingvas.generation.jobs.Samples.anInpaint;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.KindNotSupportedException;
import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;

/** Image-to-image, inpaint, upscale and workflows. */
class ModesTest {
    private static final UUID IMAGE = UUID.randomUUID();
    private static final UUID MASK = UUID.randomUUID();

    private final RequestRules rules = new RequestRules();

    @Test
    void paintingOverKeepsThePictureAndSixTenthsOfTheSteps() {
        JobStage stage = only(anImageToImage("a house", IMAGE, null), of(128, 128));

        assertThat(stage.kind()).isEqualTo("image-to-image");
        assertThat(stage.imageId()).isEqualTo(IMAGE);
        assertThat(stage.strength()).isEqualTo(0.6);
        assertThat(stage.denoisingSteps()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 128x128",
        "3000, 3000, 512x512",
        "300, 150, 256x128",
        "4000, 1000, 256x128",
        "1, 16384, 128x128"
    })
    void withoutASizeTheNearestFormAndThenTheNearestAreaIsTaken(
            int width, int height, String size) {
        JobStage stage = only(anImageToImage("p", IMAGE, null), of(width, height));

        assertThat(stage.width() + "x" + stage.height()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
    void strengthIsAboveZeroAndAtMostOne(double strength) {
        assertRefused("/strength", anImageToImage("p", IMAGE, strength), of(128, 128));
    }

    @Test
    void strengthOneIsAWholeRun() {
        assertThat(only(anImageToImage("p", IMAGE, 1.0), of(128, 128)).denoisingSteps())
                .isEqualTo(16);
    }

    @Test
    void modelWithoutAnEncoderCannotPaintOver() {
        for (GenerationRequest request :
                List.of(anImageToImage("p", IMAGE, null), anInpaint("p", IMAGE, MASK))) {
            assertThatThrownBy(
                            () ->
                                    rules.resolve(
                                            request,
                                            of(128, 128),
                                            id -> aModelThatPaintsFromWordsAlone(),
                                            aFreePlan()))
                    .isInstanceOf(KindNotSupportedException.class)
                    .hasMessageContaining("tiny")
                    .hasMessageContaining(request.kind());
        }
    }

    @Test
    void inpaintNamesPictureAndMask() {
        JobStage stage = only(anInpaint("p", IMAGE, MASK), of(128, 128));

        assertThat(stage.imageId()).isEqualTo(IMAGE);
        assertThat(stage.maskId()).isEqualTo(MASK);
        assertThat(stage.strength()).isEqualTo(0.6);
    }

    @Test
    void upscaleMultipliesTheSides() {
        JobStage stage = only(new Upscale(IMAGE, 4, "esrgan"), of(200, 100));

        assertThat(stage.width()).isEqualTo(800);
        assertThat(stage.height()).isEqualTo(400);
        assertThat(stage.scale()).isEqualTo(4);
        assertThat(stage.model()).isEqualTo("esrgan");
        assertThat(stage.paints()).isFalse();
        assertThat(only(new Upscale(IMAGE, null, null), of(10, 10)).width()).isEqualTo(20);
    }

    static Stream<Arguments> badUpscales() {
        return Stream.of(
                Arguments.of("/scale", new Upscale(IMAGE, 3, null), of(10, 10)),
                Arguments.of("/scale", new Upscale(IMAGE, 0, null), of(10, 10)),
                Arguments.of("/scale", new Upscale(IMAGE, -2, null), of(10, 10)),
                Arguments.of("/scale", new Upscale(IMAGE, 2, null), of(4096, 4096)),
                Arguments.of("/scale", new Upscale(IMAGE, 4, null), of(16_384, 1_024)),
                Arguments.of("/model", new Upscale(IMAGE, 2, "../up"), of(10, 10)),
                Arguments.of("/model", new Upscale(IMAGE, 2, ""), of(10, 10)));
    }

    @ParameterizedTest
    @MethodSource("badUpscales")
    void upscaleThatCannotBeIsNamed(String pointer, Upscale request, InputPictures start) {
        assertRefused(pointer, request, start);
    }

    @Test
    void upscaleBeyondTheTierIsRefused() {
        assertThatThrownBy(() -> resolve(new Upscale(IMAGE, 4, null), of(512, 512)))
                .isInstanceOf(OverTierLimitException.class)
                .hasMessageContaining("1048576 pixels");
    }

    @Test
    void workflowHandsSizeWordsAndModelOn() {
        Workflow workflow =
                new Workflow(
                        List.of(
                                words("a house", "fog", 7L),
                                new Upscale(null, 4, null),
                                anImageToImage(null, null, 0.3)));

        PlannedWork work = resolve(workflow, InputPictures.NONE);

        assertThat(work.kind()).isEqualTo("workflow");
        assertThat(work.seed()).isEqualTo(7);
        List<JobStage> stages = work.work().stages();
        assertThat(stages)
                .extracting(JobStage::kind)
                .containsExactly("text-to-image", "upscale", "image-to-image");
        assertThat(stages).extracting(JobStage::width).containsExactly(128, 512, 512);
        assertThat(stages.get(2).prompt()).isEqualTo("a house");
        assertThat(stages.get(2).negativePrompt()).isEqualTo("fog");
        assertThat(work.stages().get(2).model()).isEqualTo(aModel());
    }

    @Test
    void workflowMayBeginWithAPictureOfTheGallery() {
        Workflow workflow =
                new Workflow(
                        List.of(
                                new Upscale(IMAGE, 2, null),
                                anImageToImage("a house", null, null)));

        List<JobStage> stages = resolve(workflow, of(64, 64)).work().stages();

        assertThat(stages.get(0).imageId()).isEqualTo(IMAGE);
        assertThat(stages.get(1).imageId()).isNull();
    }

    static Stream<Arguments> badWorkflows() {
        TextToImage words = aRequest("p");
        Upscale larger = new Upscale(null, 2, null);
        return Stream.of(
                Arguments.of("/steps", null),
                Arguments.of("/steps", List.of()),
                Arguments.of("/steps", Collections.nCopies(9, words)),
                Arguments.of("/steps/0/kind", Collections.singletonList(null)),
                Arguments.of("/steps/0/kind", List.of(new Workflow(List.of(words)))),
                Arguments.of("/steps/0/prompt", List.of(aRequest(""), larger)),
                Arguments.of("/steps/1/kind", List.of(words, words)),
                Arguments.of("/steps/1/kind", List.of(words, anInpaint("p", null, null))),
                Arguments.of("/steps/1/kind", Arrays.asList(words, null)),
                Arguments.of("/steps/1/image_id", List.of(words, new Upscale(IMAGE, 2, null))),
                Arguments.of("/steps/1/image_id", List.of(words, anImageToImage("p", IMAGE, null))),
                Arguments.of("/steps/1/seed", List.of(words, over(5L, null))),
                Arguments.of("/steps/1/count", List.of(words, over(null, 2))),
                Arguments.of("/steps/1/scale", List.of(words, new Upscale(null, 3, null))),
                Arguments.of("/steps/1/strength", List.of(words, anImageToImage("p", null, 2.0))));
    }

    @ParameterizedTest
    @MethodSource("badWorkflows")
    void workflowThatCannotBeIsNamed(String pointer, List<GenerationRequest> steps) {
        assertRefused(pointer, new Workflow(steps), InputPictures.NONE);
    }

    @Test
    void stepsBeyondTheTierAreRefusedInAnyStage() {
        ImageToImage long31 =
                new ImageToImage(
                        "p", null, null, null, null, 31, null, null, null, null, null, null, null);

        assertThatThrownBy(
                        () ->
                                resolve(
                                        new Workflow(List.of(aRequest("p"), long31)),
                                        InputPictures.NONE))
                .isInstanceOf(OverTierLimitException.class);
    }

    private void assertRefused(String pointer, GenerationRequest request, InputPictures start) {
        assertThatThrownBy(() -> resolve(request, start))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal ->
                                assertThat(refusal.violations())
                                        .extracting(Violation::pointer)
                                        .containsExactly(pointer));
    }

    private JobStage only(GenerationRequest request, InputPictures start) {
        List<JobStage> stages = resolve(request, start).work().stages();
        assertThat(stages).hasSize(1);
        return stages.get(0);
    }

    private PlannedWork resolve(GenerationRequest request, InputPictures start) {
        return rules.resolve(request, start, id -> aModel(), aFreePlan());
    }

    private static InputPictures of(int width, int height) {
        Extent extent = new Extent(width, height);
        return new InputPictures(
                new InputPicture(IMAGE, "image", null, extent),
                new InputPicture(MASK, "mask", null, extent));
    }

    private static TextToImage words(String prompt, String negative, Long seed) {
        return new TextToImage(
                prompt, negative, null, null, null, null, null, null, seed, null, null);
    }

    private static ImageToImage over(Long seed, Integer count) {
        return new ImageToImage(
                "p", null, null, null, null, null, null, null, seed, count, null, null, null);
    }
}

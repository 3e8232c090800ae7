package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aFreePlan;
import static studio.pingvas.generation.jobs.Samples.aModel;
import static studio.pingvas.generation.jobs.Samples.aModelThatPaintsFromWordsAlone;
import static studio.pingvas.generation.jobs.Samples.anImageToImage;
import static studio.pingvas.generation.jobs.Samples.anInpaint;

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
import studio.pingvas.contracts.generation.Inpaint;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.KindNotSupportedException;
import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.graph.StepOrder;

/** Image-to-image, inpaint and upscale. */
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
                                    resolve(
                                            request,
                                            of(128, 128),
                                            id -> aModelThatPaintsFromWordsAlone()))
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
        return resolve(request, start, id -> aModel());
    }

    private PlannedWork resolve(
            GenerationRequest request, InputPictures start, RequestRules.Models models) {
        boolean masked = request instanceof Inpaint;
        InputPictures pictures = new InputPictures(start.image(), masked ? start.mask() : null);
        return rules.resolve(
                request.kind(), StepOrder.single(request), List.of(pictures), models, aFreePlan());
    }

    private static InputPictures of(int width, int height) {
        Extent extent = new Extent(width, height);
        return new InputPictures(
                new InputPicture(IMAGE, "image", null, extent),
                new InputPicture(MASK, "mask", null, extent));
    }
}

package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aFreePlan;
import static studio.pingvas.generation.jobs.Samples.aModel;
import static studio.pingvas.generation.jobs.Samples.aRequest;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.generation.SizeNotSupportedException;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.graph.StepOrder;

class RequestRulesTest {
    private final RequestRules rules = new RequestRules();

    @Test
    void fillsInTheDefaultsOfTheModelAndPicksASeed() {
        JobStage picture = stage(aRequest("  a red house "));

        assertThat(picture.prompt()).isEqualTo("a red house");
        assertThat(picture.negativePrompt()).isEmpty();
        assertThat(picture.width()).isEqualTo(128);
        assertThat(picture.steps()).isEqualTo(16);
        assertThat(picture.cfgScale()).isEqualTo(3);
        assertThat(picture.scheduler()).isEqualTo("flow-match-euler");
        assertThat(picture.loras()).isEmpty();
    }

    @Test
    void withoutSeedAndCountThereIsOnePictureOfAnySeed() {
        PlannedWork work = resolve(aRequest("a red house"));

        assertThat(work.seed()).isBetween(0L, PaintingRules.MAX_SEED);
        assertThat(work.imageCount()).isEqualTo(1);
    }

    @Test
    void keepsWhatWasAskedFor() {
        PlannedWork work =
                resolve(
                        new TextToImage(
                                "p",
                                "n",
                                "tiny",
                                512,
                                512,
                                30,
                                0.0,
                                null,
                                4_294_967_295L,
                                1,
                                List.of(new LoraUse("ink", -4))));

        JobStage picture = work.stages().get(0).stage();
        assertThat(picture.negativePrompt()).isEqualTo("n");
        assertThat(picture.width()).isEqualTo(512);
        assertThat(picture.steps()).isEqualTo(30);
        assertThat(picture.cfgScale()).isZero();
        assertThat(picture.loras()).containsExactly(new LoraUse("ink", -4));
        assertThat(work.seed()).isEqualTo(4_294_967_295L);
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("/prompt", aRequest(null)),
                Arguments.of("/prompt", aRequest(" \t\n")),
                Arguments.of("/prompt", aRequest("x".repeat(100_000))),
                Arguments.of("/prompt", aRequest("nul \0 inside")),
                Arguments.of("/prompt", aRequest("half a pair \ud83d")),
                Arguments.of("/negative_prompt", with("x".repeat(2_001), null, null, null, null)),
                Arguments.of("/steps", with(null, 0, null, null, null)),
                Arguments.of("/steps", with(null, 10_000, null, null, null)),
                Arguments.of("/cfg_scale", with(null, null, 30.5, null, null)),
                Arguments.of("/cfg_scale", with(null, null, Double.NaN, null, null)),
                Arguments.of("/seed", with(null, null, null, -1L, null)),
                Arguments.of("/seed", with(null, null, null, 4_294_967_296L, null)),
                Arguments.of("/count", with(null, null, null, null, 0)),
                Arguments.of("/count", with(null, null, null, null, 9)),
                Arguments.of("/height", sized(128, null)),
                Arguments.of("/width", sized(null, 128)),
                Arguments.of("/scheduler", scheduled("euler-from-elsewhere")),
                Arguments.of("/loras", withLoras(Collections.nCopies(9, new LoraUse("a", 1)))),
                Arguments.of("/loras/0/id", withLoras(List.of(new LoraUse("../a", 1)))),
                Arguments.of("/loras/0/id", withLoras(List.of(new LoraUse(null, 1)))),
                Arguments.of("/loras/0/weight", withLoras(List.of(new LoraUse("a", 4.1)))),
                Arguments.of("/loras/0/weight", withLoras(List.of(new LoraUse("a", Double.NaN)))),
                Arguments.of("/loras/0", withLoras(Collections.singletonList(null))));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void namesTheValueThatIsWrong(String pointer, TextToImage request) {
        assertThatThrownBy(() -> resolve(request))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo("invalid-request");
                            assertThat(failure.violations())
                                    .extracting(Violation::pointer)
                                    .containsExactly(pointer);
                        });
    }

    @Test
    void namesAllWrongValuesAtOnce() {
        TextToImage request =
                new TextToImage("", null, null, null, null, 0, null, null, -5L, null, null);

        assertThatThrownBy(() -> resolve(request))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        failure ->
                                assertThat(failure.violations())
                                        .extracting(Violation::pointer)
                                        .containsExactly("/prompt", "/steps", "/seed"));
    }

    @Test
    void aPromptMayHaveTwoThousandCharactersOutsideTheBasicPlane() {
        String emojis = "\ud83c\udfe0".repeat(2_000);

        assertThat(stage(aRequest(emojis)).prompt()).isEqualTo(emojis);
    }

    @Test
    void aSizeOffTheListIsNamedWithTheList() {
        assertThatThrownBy(() -> resolve(sized(640, 480)))
                .isInstanceOf(SizeNotSupportedException.class)
                .hasMessageContaining("640x480")
                .hasMessageContaining("128x128, 256x128, 512x512");
    }

    @Test
    void moreThanTheTierAllowsIsRefused() {
        assertThatThrownBy(() -> resolve(with(null, 31, null, null, null)))
                .isInstanceOf(OverTierLimitException.class)
                .hasMessageContaining("30 steps");
        assertThatThrownBy(() -> resolve(with(null, null, null, null, 2)))
                .isInstanceOf(OverTierLimitException.class)
                .hasMessageContaining("1 pictures");
    }

    private JobStage stage(TextToImage request) {
        return resolve(request).stages().get(0).stage();
    }

    private PlannedWork resolve(TextToImage request) {
        return rules.resolve(
                request.kind(),
                StepOrder.single(request),
                List.of(InputPictures.NONE),
                id -> aModel(),
                aFreePlan());
    }

    private static TextToImage with(
            String negative, Integer steps, Double cfgScale, Long seed, Integer count) {
        return new TextToImage(
                "p", negative, null, null, null, steps, cfgScale, null, seed, count, null);
    }

    private static TextToImage sized(Integer width, Integer height) {
        return new TextToImage("p", null, null, width, height, null, null, null, null, null, null);
    }

    private static TextToImage scheduled(String scheduler) {
        return new TextToImage(
                "p", null, null, null, null, null, null, scheduler, null, null, null);
    }

    private static TextToImage withLoras(List<LoraUse> loras) {
        return new TextToImage("p", null, null, null, null, null, null, null, null, null, loras);
    }
}

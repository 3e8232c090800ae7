package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Steps.aStep;
import static studio.pingvas.generation.jobs.Steps.words;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.IMAGE;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.document;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.input;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.inputs;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.run;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowInput;
import studio.pingvas.generation.jobs.Steps;

/** What a workflow is given when it is run. */
class WorkflowInputsTest {
    private final WorkflowFixture workflows = new WorkflowFixture();

    @Test
    void inputsFillThePromptsAndGiveThePictures() {
        WorkflowDocument document =
                document(
                        Map.of(
                                "photo", new WorkflowInput("image", null, null),
                                "subject", new WorkflowInput("text", "a cat", null),
                                "mood", new WorkflowInput("text", null, "Mood")),
                        aStep("image-to-image")
                                .from("photo")
                                .saying("{subject} in {mood}, {not one}")
                                .without("no {subject}"),
                        aStep("upscale"));

        JobStage stage =
                workflows
                        .resolve(
                                run(
                                        document,
                                        Map.of("photo", IMAGE.toString(), "mood", "$1 {subject}")))
                        .work()
                        .stages()
                        .get(0);

        assertThat(stage.prompt()).isEqualTo("a cat in $1 {subject}, {not one}");
        assertThat(stage.negativePrompt()).isEqualTo("no a cat");
        assertThat(stage.imageId()).isEqualTo(IMAGE);
        assertThat(workflows.resolve(run(document, Map.of("mood", "snow")), "photo").stages())
                .hasSize(2);
    }

    @Test
    void undeclaredInputsAreWhatTheirUseMakesThem() {
        Workflow workflow =
                new Workflow(
                        null,
                        null,
                        null,
                        List.of(aStep("image-to-image").from("photo").saying("{what}").build()),
                        null,
                        Map.of("photo", IMAGE.toString(), "what", "a cat"));

        assertThat(workflows.resolve(workflow).work().stages().get(0).prompt()).isEqualTo("a cat");
    }

    @Test
    void withoutInputsBracesAreJustBraces() {
        assertThat(workflows.resolve(words("{a}")).work().stages().get(0).prompt())
                .isEqualTo("{a}");
    }

    static Stream<Arguments> wrongInputs() {
        Map<String, WorkflowInput> photo = Map.of("photo", input("image"));
        Map<String, WorkflowInput> what = Map.of("what", input("text"));
        Steps.Builder painted = words("{what}");
        Steps.Builder enlarged = aStep("upscale").from("photo");
        String id = IMAGE.toString();
        return Stream.of(
                given("missing text", document(what, painted), Map.of(), "/inputs/what"),
                given("missing picture", document(photo, enlarged), Map.of(), "/inputs/photo"),
                given("no id", document(photo, enlarged), Map.of("photo", "x"), "/inputs/photo"),
                given(
                        "unknown value",
                        document(what, painted),
                        Map.of("what", "a", "a/b", "c"),
                        "/inputs/a~1b"),
                given(
                        "unknown text",
                        document(what, painted.without("{who}")),
                        Map.of("what", "a"),
                        "/workflow/steps/0/negative_prompt"),
                given(
                        "picture as text",
                        document(photo, enlarged, aStep("image-to-image").saying("{photo}")),
                        Map.of("photo", id),
                        "/workflow/steps/1/prompt"),
                given(
                        "text as picture",
                        document(what, aStep("upscale").from("what")),
                        Map.of("what", "a"),
                        "/workflow/steps/0/image"),
                given(
                        "input that nothing uses",
                        document(what, words("p")),
                        Map.of("what", "a"),
                        "/workflow/inputs/what"),
                given(
                        "text too long",
                        document(what, words("p {what}")),
                        Map.of("what", "x".repeat(2_000)),
                        "/workflow/steps/0/prompt"),
                given(
                        "NUL",
                        document(what, words("{what}")),
                        Map.of("what", "\0"),
                        "/inputs/what",
                        "/workflow/steps/0/prompt"),
                given(
                        "step called like an input",
                        document(what, words("{what}").called("what")),
                        Map.of("what", "a"),
                        "/workflow/steps/0/name"),
                given(
                        "declarations",
                        document(
                                inputs(
                                        "Photo", input("image"),
                                        "request", input("image"),
                                        "b", input("number"),
                                        "c", null,
                                        "d", new WorkflowInput("image", "x", "l".repeat(101))),
                                words("p")),
                        Map.of(),
                        "/workflow/inputs/Photo",
                        "/workflow/inputs/request",
                        "/workflow/inputs/b/type",
                        "/workflow/inputs/c",
                        "/workflow/inputs/d/value",
                        "/workflow/inputs/d/label"));
    }

    private static Arguments given(
            String what,
            WorkflowDocument document,
            Map<String, String> values,
            String... pointers) {
        return Arguments.of(what, run(document, values), List.of(pointers));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongInputs")
    void wrongInputsAreNamed(String what, Workflow workflow, List<String> pointers) {
        assertThat(workflows.violations(workflow).stream().map(Violation::pointer).distinct())
                .containsExactlyInAnyOrderElementsOf(pointers);
    }

    @Test
    void inputsAreAtMostSixteenHoweverManyAreSent() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 17; i++) {
            many.put("a" + i, "b");
        }

        workflows.assertNamed("/inputs", run(document(Map.of(), words("p")), many));
    }

    @Test
    void fileThatNoStepTakesIsNamed() {
        assertThat(workflows.violations(Workflow.of(steps(words("p"))), "mask"))
                .extracting(Violation::pointer)
                .containsExactly("/mask");
        WorkflowDocument texts = document(Map.of("what", input("text")), words("{what}"));
        assertThat(workflows.violations(run(texts, Map.of("what", "a")), "what"))
                .extracting(Violation::pointer)
                .containsExactly("/what");
    }

    @Test
    void pictureIsNamedOrSentButNotBoth() {
        Workflow workflow = Workflow.of(steps(aStep("upscale").of(IMAGE)));

        assertThat(workflows.violations(workflow, "image"))
                .extracting(Violation::pointer)
                .containsExactly("/steps/0/image_id");
    }
}

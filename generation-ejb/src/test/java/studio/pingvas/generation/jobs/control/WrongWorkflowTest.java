package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Steps.aStep;
import static studio.pingvas.generation.jobs.Steps.words;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.IMAGE;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.document;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.input;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.steps;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.generation.jobs.Steps;
import studio.pingvas.generation.jobs.graph.StepOrders;

/** What is wrong with a workflow is named, all of it. */
class WrongWorkflowTest {
    private final WorkflowFixture workflows = new WorkflowFixture();

    static Stream<Arguments> wrong() {
        Steps.Builder words = words("p").called("a");
        Steps.Builder over = aStep("image-to-image");
        return Stream.of(
                wrong("no step", List.of(), "/steps"),
                wrong("nine steps", Collections.nCopies(9, words("p").build()), "/steps"),
                wrong("null", Collections.singletonList(null), "/steps/0/kind"),
                wrong("no kind", steps(aStep(null)), "/steps/0/kind"),
                wrong("workflow in workflow", steps(aStep("workflow")), "/steps/0/kind"),
                wrong("empty prompt", steps(words("")), "/steps/0/prompt"),
                wrong("no words at all", steps(over.of(IMAGE)), "/steps/0/prompt"),
                wrong("no picture", steps(aStep("upscale")), "/steps/0/image_id"),
                wrong(
                        "no mask",
                        steps(words("p"), aStep("inpaint").saying("p")),
                        "/steps/1/mask_id"),
                wrong("two ends", steps(words("p"), words("p")), "/output"),
                wrong("unknown step", steps(words, aStep("upscale").from("b")), "/steps/1/image"),
                wrong(
                        "own picture",
                        steps(words, aStep("upscale").called("b").from("b")),
                        "/steps/1/image"),
                wrong(
                        "circle",
                        steps(
                                aStep("upscale").called("x").from("z"),
                                aStep("upscale").called("y").from("x"),
                                aStep("upscale").called("z").from("y"),
                                aStep("upscale").from("z")),
                        "/steps/0/image"),
                wrong(
                        "circle over a mask",
                        steps(
                                words("p"),
                                aStep("inpaint").called("x").masked("y").saying("p"),
                                aStep("upscale").called("y").from("x"),
                                aStep("upscale").from("y")),
                        "/steps/1/mask"),
                wrong(
                        "same name",
                        steps(words, aStep("upscale").called("a").from("a")),
                        "/steps/1/name"),
                wrong("strange name", steps(words("p").called("A b")), "/steps/0/name"),
                wrong(
                        "picture twice",
                        steps(words, aStep("upscale").from("a").of(IMAGE)),
                        "/steps/1/image"),
                wrong(
                        "fields of other kinds",
                        steps(words.scaled(2).givingUp(0.5).of(IMAGE).masked("a")),
                        "/steps/0/image_id",
                        "/steps/0/mask",
                        "/steps/0/strength",
                        "/steps/0/scale"),
                wrong(
                        "fields of paintings",
                        steps(words("p"), aStep("upscale").saying("p").inSteps(3).seeded(1)),
                        "/steps/1/prompt",
                        "/steps/1/steps",
                        "/steps/1/seed"),
                wrong(
                        "counts that differ",
                        steps(words("p").times(1), aStep("image-to-image").times(2)),
                        "/steps/1/count"),
                wrong(
                        "values of several steps",
                        steps(
                                words("").seeded(-1),
                                aStep("image-to-image").givingUp(2).inSteps(0),
                                aStep("upscale").scaled(3)),
                        "/steps/0/prompt",
                        "/steps/0/seed",
                        "/steps/1/steps",
                        "/steps/1/strength",
                        "/steps/2/scale"),
                wrong(
                        "all at once",
                        steps(
                                words("").called("a"),
                                aStep("upscale").called("b").from("b").scaled(5),
                                aStep("image-to-image").called("a").from("zebra").givingUp(7),
                                aStep("sculpture")),
                        "/steps/2/name",
                        "/steps/3/kind",
                        "/steps/2/image",
                        "/steps/1/image",
                        "/steps/0/prompt",
                        "/steps/1/scale",
                        "/steps/2/strength"));
    }

    private static Arguments wrong(String what, List<WorkflowStep> steps, String... pointers) {
        return Arguments.of(what, steps, List.of(pointers));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void allThatIsWrongIsNamedAtOnce(String what, List<WorkflowStep> steps, List<String> pointers) {
        assertThat(workflows.violations(Workflow.of(steps)))
                .extracting(Violation::pointer)
                .containsExactlyElementsOf(pointers);
    }

    @Test
    void stepThatNothingNeedsIsNamed() {
        Workflow workflow =
                new Workflow(
                        null,
                        null,
                        null,
                        steps(words("p").called("a"), words("p").called("b")),
                        "b",
                        null);

        assertThat(workflows.violations(workflow))
                .extracting(Violation::pointer)
                .containsExactly("/steps/0");
    }

    @Test
    void outputIsAStep() {
        Workflow workflow =
                new Workflow(null, null, null, steps(words("p").called("a")), "b", null);

        assertThat(workflows.violations(workflow))
                .extracting(Violation::pointer)
                .containsExactly("/output");
    }

    @Test
    void exactlyOneSourceOfStepsIsGiven() {
        List<WorkflowStep> steps = steps(words("p"));
        WorkflowDocument document = document(Map.of(), words("p"));

        workflows.assertNamed("/steps", new Workflow(null, null, null, null, null, null));
        workflows.assertNamed("", new Workflow(null, null, document, steps, null, null));
        workflows.assertNamed("", new Workflow(UUID.randomUUID(), null, null, steps, null, null));
        workflows.assertNamed("/version", new Workflow(null, 1, null, steps, null, null));
        workflows.assertNamed("/output", new Workflow(null, null, document, null, "a", null));
    }

    @Test
    void draftIsCheckedAsFarAsItCanBe() {
        WorkflowDocument right =
                document(
                        Map.of("photo", input("image"), "what", input("text")),
                        aStep("image-to-image").from("photo").saying("{what}"));
        WorkflowDocument wrong =
                document(
                        Map.of("photo", input("image")),
                        aStep("upscale").of(IMAGE).scaled(3),
                        aStep("image-to-image").from("photo").givingUp(3));

        assertThat(faults(right)).isEmpty();
        assertThat(faults(wrong))
                .extracting(Violation::pointer)
                .containsExactly("/steps/0/image_id", "/steps/0/scale", "/steps/1/strength");
    }

    private static List<Violation> faults(WorkflowDocument document) {
        return RequestRules.faultsOf(StepOrders.ofDraft(document, ""));
    }
}

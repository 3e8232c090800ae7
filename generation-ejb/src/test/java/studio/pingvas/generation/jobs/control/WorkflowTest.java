package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static studio.pingvas.generation.jobs.Samples.aFreePlan;
import static studio.pingvas.generation.jobs.Samples.aModel;
import static studio.pingvas.generation.jobs.Steps.aStep;
import static studio.pingvas.generation.jobs.Steps.words;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowInput;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.Steps;
import studio.pingvas.generation.jobs.graph.PictureSource;
import studio.pingvas.generation.jobs.graph.StepOrder;
import studio.pingvas.generation.jobs.graph.StepOrders;

class WorkflowTest {
    private static final UUID USER = UUID.randomUUID();
    private static final UUID IMAGE = UUID.randomUUID();
    private static final UUID MASK = UUID.randomUUID();
    private static final Extent SMALL = new Extent(128, 128);

    private final RequestRules rules = new RequestRules();
    private final Map<UUID, Extent> gallery = new HashMap<>(Map.of(IMAGE, SMALL, MASK, SMALL));

    @Test
    void stepsWithoutNamesTakeThePicturesOfTheStepBefore() {
        PlannedWork work =
                resolve(
                        words("a house").without("fog").seeded(7),
                        aStep("upscale").scaled(4),
                        aStep("image-to-image").givingUp(0.3));

        assertThat(work.kind()).isEqualTo("workflow");
        assertThat(work.seed()).isEqualTo(7);
        List<JobStage> stages = work.work().stages();
        assertThat(stages)
                .extracting(JobStage::kind)
                .containsExactly("text-to-image", "upscale", "image-to-image");
        assertThat(stages).extracting(JobStage::width).containsExactly(128, 512, 512);
        assertThat(stages).extracting(JobStage::imageStage).containsExactly(null, 0, 1);
        assertThat(stages.get(2).prompt()).isEqualTo("a house");
        assertThat(stages.get(2).negativePrompt()).isEqualTo("fog");
        assertThat(work.stages().get(2).model()).isEqualTo(aModel());
    }

    @Test
    void workflowMayBeginWithAPictureOfTheGalleryOrAnUploadedOne() {
        List<WorkflowStep> steps =
                List.of(
                        aStep("upscale").of(IMAGE).build(),
                        aStep("image-to-image").saying("a house").build());

        List<JobStage> stages = resolve(Workflow.of(steps)).work().stages();

        assertThat(stages.get(0).imageId()).isEqualTo(IMAGE);
        assertThat(stages.get(1).imageId()).isNull();
        Workflow uploaded = Workflow.of(List.of(aStep("upscale").build()));
        assertThat(resolve(uploaded, "image").work().stages().get(0).imageId()).isNull();
    }

    @Test
    void stepsMayStandInAnyOrderAndShareTheirPictures() {
        PlannedWork work =
                resolve(
                        aStep("upscale").called("big").from("merged"),
                        aStep("inpaint")
                                .called("merged")
                                .from("base")
                                .masked("stencil")
                                .saying("x"),
                        words("a stencil").called("stencil").seeded(5),
                        words("a base").called("base").seeded(9));

        List<JobStage> stages = work.work().stages();
        assertThat(stages)
                .extracting(JobStage::name)
                .containsExactly("stencil", "base", "merged", "big");
        assertThat(stages).extracting(JobStage::imageStage).containsExactly(null, null, 1, 2);
        assertThat(stages).extracting(JobStage::maskStage).containsExactly(null, null, 0, null);
        assertThat(work.seed()).isEqualTo(5);
        assertThat(stages).extracting(JobStage::seed).containsExactly(null, 9L, null, null);
    }

    @Test
    void wordsAreThoseOfThePaintingWhosePictureAStepTakes() {
        List<JobStage> stages =
                resolve(
                                words("a cat").called("cat"),
                                words("a dog").called("dog"),
                                aStep("image-to-image").called("large").from("cat"),
                                aStep("inpaint").from("dog").masked("large"))
                        .work()
                        .stages();

        assertThat(stages.get(2).prompt()).isEqualTo("a cat");
        assertThat(stages.get(3).prompt()).isEqualTo("a dog");
    }

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
                resolve(run(document, Map.of("photo", IMAGE.toString(), "mood", "$1 {subject}")))
                        .work()
                        .stages()
                        .get(0);

        assertThat(stage.prompt()).isEqualTo("a cat in $1 {subject}, {not one}");
        assertThat(stage.negativePrompt()).isEqualTo("no a cat");
        assertThat(stage.imageId()).isEqualTo(IMAGE);
        assertThat(resolve(run(document, Map.of("mood", "snow")), "photo").stages()).hasSize(2);
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

        assertThat(resolve(workflow).work().stages().get(0).prompt()).isEqualTo("a cat");
    }

    @Test
    void withoutInputsBracesAreJustBraces() {
        assertThat(resolve(words("{a}")).work().stages().get(0).prompt()).isEqualTo("{a}");
    }

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
        assertThat(violations(Workflow.of(steps)))
                .extracting(Violation::pointer)
                .containsExactlyElementsOf(pointers);
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
        assertThat(violations(workflow).stream().map(Violation::pointer).distinct())
                .containsExactlyInAnyOrderElementsOf(pointers);
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

        assertThat(violations(workflow)).extracting(Violation::pointer).containsExactly("/steps/0");
    }

    @Test
    void outputIsAStep() {
        Workflow workflow =
                new Workflow(null, null, null, steps(words("p").called("a")), "b", null);

        assertThat(violations(workflow)).extracting(Violation::pointer).containsExactly("/output");
    }

    @Test
    void fileThatNoStepTakesIsNamed() {
        assertThat(violations(Workflow.of(steps(words("p"))), "mask"))
                .extracting(Violation::pointer)
                .containsExactly("/mask");
        WorkflowDocument texts = document(Map.of("what", input("text")), words("{what}"));
        assertThat(violations(run(texts, Map.of("what", "a")), "what"))
                .extracting(Violation::pointer)
                .containsExactly("/what");
    }

    @Test
    void pictureIsNamedOrSentButNotBoth() {
        Workflow workflow = Workflow.of(steps(aStep("upscale").of(IMAGE)));

        assertThat(violations(workflow, "image"))
                .extracting(Violation::pointer)
                .containsExactly("/steps/0/image_id");
    }

    @Test
    void exactlyOneSourceOfStepsIsGiven() {
        List<WorkflowStep> steps = steps(words("p"));
        WorkflowDocument document = document(Map.of(), words("p"));

        assertNamed("/steps", new Workflow(null, null, null, null, null, null));
        assertNamed("", new Workflow(null, null, document, steps, null, null));
        assertNamed("", new Workflow(UUID.randomUUID(), null, null, steps, null, null));
        assertNamed("/version", new Workflow(null, 1, null, steps, null, null));
        assertNamed("/output", new Workflow(null, null, document, null, "a", null));
    }

    private void assertNamed(String pointer, Workflow workflow) {
        assertThat(violations(workflow)).extracting(Violation::pointer).containsExactly(pointer);
    }

    @Test
    void maskHasTheSizeOfItsPicture() {
        gallery.put(MASK, new Extent(64, 64));

        Workflow workflow =
                Workflow.of(steps(words("p"), aStep("inpaint").saying("p").maskedBy(MASK)));

        assertThat(violations(workflow))
                .extracting(Violation::pointer)
                .containsExactly("/steps/1/mask");
    }

    @Test
    void whatAModelOrATierRefusesHasItsOwnCodeIfAllElseIsRight() {
        assertThatThrownBy(() -> resolve(words("p").sized(640), aStep("upscale")))
                .isInstanceOfSatisfying(
                        SizeNotSupportedException.class,
                        e ->
                                assertThat(e.violations().get(0).pointer())
                                        .isEqualTo("/steps/0/width"));
        assertThatThrownBy(() -> resolve(words("p"), aStep("image-to-image").inSteps(31)))
                .isInstanceOf(OverTierLimitException.class);
        assertThatThrownBy(() -> resolve(words("p").by("none")))
                .isInstanceOf(ModelNotFoundException.class);
    }

    @Test
    void whatAModelRefusesIsNamedBesideWrongValues() {
        Workflow workflow = Workflow.of(steps(words("p").by("none"), aStep("upscale").scaled(3)));

        assertThat(violations(workflow))
                .extracting(Violation::pointer)
                .containsExactly("/steps/1/scale", "/steps/0");
    }

    @Test
    void noMoreThanAWorkerCanHoldIsMadeAtOnce() {
        Plan eight =
                new Plan(
                        Tier.ENTERPRISE,
                        0,
                        1_000,
                        1L << 30,
                        Set.of("tiny"),
                        1L << 24,
                        200,
                        8,
                        20,
                        9,
                        100);
        Workflow large =
                Workflow.of(
                        steps(
                                words("p").called("a").sized(512).times(8),
                                aStep("upscale").called("b").from("a").scaled(4),
                                aStep("upscale").called("c").from("a").scaled(4),
                                aStep("inpaint").saying("p").from("b").masked("c")));

        assertThatThrownBy(() -> resolve(large, eight))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.violations().get(0).pointer()).isEqualTo("/steps"));
        assertThat(resolve(Workflow.of(large.steps().subList(0, 2)), eight).stages()).hasSize(2);
    }

    @Test
    void inputsAreAtMostSixteenHoweverManyAreSent() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 17; i++) {
            many.put("a" + i, "b");
        }

        assertNamed("/inputs", run(document(Map.of(), words("p")), many));
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

    private List<Violation> violations(Workflow workflow, String... files) {
        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> resolve(workflow, files));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal.violations();
    }

    private PlannedWork resolve(Steps.Builder... steps) {
        return resolve(Workflow.of(steps(steps)));
    }

    private PlannedWork resolve(Workflow workflow, String... files) {
        return resolve(workflow, aFreePlan(), files);
    }

    private PlannedWork resolve(Workflow workflow, Plan plan, String... files) {
        StepOrder order = new StepOrders().of(USER, workflow, Set.of(files));
        List<InputPictures> inputs =
                order.steps().stream()
                        .map(step -> new InputPictures(picture(step.image()), picture(step.mask())))
                        .toList();
        return rules.resolve(
                "workflow", order, order.isSound() ? inputs : List.of(), WorkflowTest::model, plan);
    }

    private InputPicture picture(PictureSource source) {
        if (source instanceof PictureSource.OfGallery image) {
            return new InputPicture(image.imageId(), "key", null, gallery.get(image.imageId()));
        }
        return source instanceof PictureSource.Uploaded
                ? new InputPicture(null, null, null, SMALL)
                : null;
    }

    private static ModelView model(String id) {
        if ("none".equals(id)) {
            throw new ModelNotFoundException(id);
        }
        return aModel();
    }

    private static List<WorkflowStep> steps(Steps.Builder... steps) {
        return Arrays.stream(steps).map(Steps.Builder::build).toList();
    }

    private static WorkflowDocument document(
            Map<String, WorkflowInput> inputs, Steps.Builder... steps) {
        return new WorkflowDocument(inputs, steps(steps), null);
    }

    private static Workflow run(WorkflowDocument document, Map<String, String> values) {
        return new Workflow(null, null, document, null, null, values);
    }

    private static WorkflowInput input(String type) {
        return new WorkflowInput(type, null, null);
    }

    /** Names and inputs in turn. */
    private static Map<String, WorkflowInput> inputs(Object... all) {
        Map<String, WorkflowInput> inputs = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i += 2) {
            inputs.put((String) all[i], (WorkflowInput) all[i + 1]);
        }
        return inputs;
    }
}

package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aModel;
import static studio.pingvas.generation.jobs.Steps.aStep;
import static studio.pingvas.generation.jobs.Steps.words;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.IMAGE;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.MASK;
import static studio.pingvas.generation.jobs.control.WorkflowFixture.steps;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.generation.SizeNotSupportedException;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.inputs.Extent;

/** What becomes of the steps of a workflow. */
class WorkflowTest {
    private final WorkflowFixture workflows = new WorkflowFixture();

    @Test
    void stepsWithoutNamesTakeThePicturesOfTheStepBefore() {
        PlannedWork work =
                workflows.resolve(
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

        List<JobStage> stages = workflows.resolve(Workflow.of(steps)).work().stages();

        assertThat(stages.get(0).imageId()).isEqualTo(IMAGE);
        assertThat(stages.get(1).imageId()).isNull();
        Workflow uploaded = Workflow.of(List.of(aStep("upscale").build()));
        assertThat(workflows.resolve(uploaded, "image").work().stages().get(0).imageId()).isNull();
    }

    @Test
    void stepsMayStandInAnyOrderAndShareTheirPictures() {
        PlannedWork work =
                workflows.resolve(
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
                workflows
                        .resolve(
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
    void maskHasTheSizeOfItsPicture() {
        workflows.gallery.put(MASK, new Extent(64, 64));

        Workflow workflow =
                Workflow.of(steps(words("p"), aStep("inpaint").saying("p").maskedBy(MASK)));

        assertThat(workflows.violations(workflow))
                .extracting(Violation::pointer)
                .containsExactly("/steps/1/mask");
    }

    @Test
    void whatAModelOrATierRefusesHasItsOwnCodeIfAllElseIsRight() {
        assertThatThrownBy(() -> workflows.resolve(words("p").sized(640), aStep("upscale")))
                .isInstanceOfSatisfying(
                        SizeNotSupportedException.class,
                        e ->
                                assertThat(e.violations().get(0).pointer())
                                        .isEqualTo("/steps/0/width"));
        assertThatThrownBy(() -> workflows.resolve(words("p"), aStep("image-to-image").inSteps(31)))
                .isInstanceOf(OverTierLimitException.class);
        assertThatThrownBy(() -> workflows.resolve(words("p").by("none")))
                .isInstanceOf(ModelNotFoundException.class);
    }

    @Test
    void whatAModelRefusesIsNamedBesideWrongValues() {
        Workflow workflow = Workflow.of(steps(words("p").by("none"), aStep("upscale").scaled(3)));

        assertThat(workflows.violations(workflow))
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

        assertThatThrownBy(() -> workflows.resolve(large, eight))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.violations().get(0).pointer()).isEqualTo("/steps"));
        assertThat(workflows.resolve(Workflow.of(large.steps().subList(0, 2)), eight).stages())
                .hasSize(2);
    }
}

package studio.pingvas.generation.jobs;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.Inpaint;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.Quote;
import studio.pingvas.generation.jobs.entity.Work;

/** Things that tests need and do not care about in detail. */
public final class Samples {
    private Samples() {}

    public static ModelView aModel() {
        return aModel(true, true);
    }

    public static ModelView aModelWithBuiltInGuidance() {
        return aModel(false, true);
    }

    public static ModelView aModelThatPaintsFromWordsAlone() {
        return aModel(true, false);
    }

    private static ModelView aModel(boolean guidanceDoublesWork, boolean startsFromImage) {
        ModelView.Size small = new ModelView.Size(128, 128, 1);
        ModelView.Size wide = new ModelView.Size(256, 128, 1);
        ModelView.Size large = new ModelView.Size(512, 512, 4);
        return new ModelView(
                "tiny",
                "Tiny",
                "A model.",
                "tiny",
                "checkpoint",
                "Apache-2.0",
                "0".repeat(64),
                List.of(small, wide, large),
                small,
                List.of("flow-match-euler"),
                "flow-match-euler",
                16,
                3,
                guidanceDoublesWork,
                startsFromImage,
                new ModelView.Cost(0.05, 0.2));
    }

    public static Plan aPlan(Tier tier, int maxRunning, int maxWaiting) {
        return new Plan(
                tier,
                0,
                1_000,
                1L << 30,
                Set.of("tiny"),
                1_048_576,
                30,
                1,
                maxRunning,
                maxWaiting,
                4);
    }

    public static Plan aFreePlan() {
        return aPlan(Tier.FREE, 1, 5);
    }

    public static TextToImage aRequest(String prompt) {
        return new TextToImage(prompt, null, null, null, null, null, null, null, null, null, null);
    }

    public static ImageToImage anImageToImage(String prompt, UUID imageId, Double strength) {
        return new ImageToImage(
                prompt, null, null, null, null, null, null, null, null, null, null, imageId,
                strength);
    }

    public static Inpaint anInpaint(String prompt, UUID imageId, UUID maskId) {
        return new Inpaint(
                prompt, null, null, null, null, null, null, null, null, null, null, imageId, maskId,
                null);
    }

    public static JobStage aStage() {
        return new JobStage(
                "text-to-image",
                "tiny",
                "a red house",
                "",
                128,
                128,
                16,
                3,
                "flow-match-euler",
                null,
                null,
                null,
                null,
                null);
    }

    public static Work aWork() {
        return new Work("text-to-image", List.of(aStage()), 7, 1);
    }

    public static GenerationJob aJob() {
        return aJob(UUID.randomUUID(), aFreePlan());
    }

    public static GenerationJob aJob(UUID userId, Plan plan) {
        return GenerationJob.queued(
                UUID.randomUUID(), userId, plan, aWork(), "0".repeat(64), new Quote(2, 0.155));
    }
}

package studio.pingvas.generation.queue.control;

import java.util.List;
import java.util.stream.IntStream;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.generation.jobs.entity.Asked;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.StageKeys;

/** What a worker is told about a job. */
final class GenerationCommand {
    private GenerationCommand() {}

    static GenerateImage of(GenerationJob job) {
        Asked asked = job.asked();
        List<JobStage> stages = asked.stages();
        JobStage first = stages.get(0);
        StageKeys keys = asked.keysOf(0);
        return new GenerateImage(
                isChain(asked) ? GenerateImage.CHAIN_VERSION : GenerateImage.VERSION,
                job.id(),
                job.userId(),
                job.delivery().dispatchNumber(),
                first.kind(),
                first.model(),
                first.prompt(),
                first.negativePrompt(),
                first.width(),
                first.height(),
                first.steps(),
                first.cfgScale(),
                first.scheduler(),
                asked.picture().seed(),
                job.imageIds(),
                job.id().toString(),
                keys.image(),
                keys.mask(),
                first.strength(),
                first.scale(),
                first.loras(),
                IntStream.range(1, stages.size()).mapToObj(i -> following(asked, i)).toList());
    }

    /** Whether every stage takes just the pictures of the one before. */
    private static boolean isChain(Asked asked) {
        List<JobStage> stages = asked.stages();
        return stages.get(0).seed() == null
                && IntStream.range(1, stages.size())
                        .allMatch(
                                i ->
                                        followsTheOneBefore(stages.get(i), i)
                                                && asked.keysOf(i).equals(StageKeys.NONE));
    }

    private static boolean followsTheOneBefore(JobStage stage, int place) {
        boolean fits =
                stage.kind().equals(GenerateImage.IMAGE_TO_IMAGE)
                        || stage.kind().equals(GenerateImage.UPSCALE);
        return fits
                && stage.seed() == null
                && (stage.imageStage() == null || stage.imageStage() == place - 1);
    }

    private static FollowingStep following(Asked asked, int place) {
        JobStage stage = asked.stages().get(place);
        StageKeys keys = asked.keysOf(place);
        return new FollowingStep(
                stage.kind(),
                stage.model(),
                stage.prompt(),
                stage.negativePrompt(),
                stage.width(),
                stage.height(),
                stage.steps(),
                stage.cfgScale(),
                stage.scheduler(),
                stage.strength(),
                stage.scale(),
                stage.loras(),
                stage.imageStage(),
                keys.image(),
                stage.maskStage(),
                keys.mask(),
                stage.seed());
    }
}

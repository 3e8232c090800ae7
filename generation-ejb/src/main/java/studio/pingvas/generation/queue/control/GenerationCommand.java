package studio.pingvas.generation.queue.control;

import java.util.List;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/** What a worker is told about a job. */
final class GenerationCommand {
    private GenerationCommand() {}

    static GenerateImage of(GenerationJob job) {
        List<JobStage> stages = job.stages();
        JobStage first = stages.get(0);
        return new GenerateImage(
                GenerateImage.VERSION,
                job.id(),
                job.userId(),
                job.dispatchNumber(),
                first.kind(),
                first.model(),
                first.prompt(),
                first.negativePrompt(),
                first.width(),
                first.height(),
                first.steps(),
                first.cfgScale(),
                first.scheduler(),
                job.picture().seed(),
                job.imageIds(),
                job.id().toString(),
                job.imageKey(),
                job.maskKey(),
                first.strength(),
                first.scale(),
                first.loras(),
                stages.stream().skip(1).map(GenerationCommand::following).toList());
    }

    private static FollowingStep following(JobStage stage) {
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
                stage.loras());
    }
}

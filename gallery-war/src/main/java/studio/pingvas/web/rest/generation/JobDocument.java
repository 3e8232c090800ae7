package studio.pingvas.web.rest.generation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.generation.ImageLink;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.message.GenerationProgressed;

/**
 * A job as the API shows it: prompt, steps and the like are those of its first painting, width and
 * height those of the pictures that come out.
 *
 * @param paused whether it waits for its tier to go on; then its position is that within its tier
 * @param estimatedSeconds as many jobs need more as need less; by what its worker says, if it runs
 * @param estimatedSecondsP90 nine of ten jobs are done by then
 * @param batchId of the batch that it was accepted with; absent if by itself
 * @param stages what is done, in order; a workflow has several
 * @param retryOf the job that this one does again
 * @param workflowId of the stored workflow that it is, or null
 */
public record JobDocument(
        UUID jobId,
        UUID batchId,
        String kind,
        String status,
        int progress,
        int currentStep,
        int totalSteps,
        Integer position,
        Integer peopleAhead,
        boolean paused,
        Double estimatedSeconds,
        Double estimatedSecondsP90,
        String prompt,
        String negativePrompt,
        String model,
        int width,
        int height,
        int steps,
        double cfgScale,
        String scheduler,
        long seed,
        int count,
        int attempt,
        long estimatedCredits,
        Long creditsUsed,
        Long creditsRefunded,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        List<JobStage> stages,
        List<ImageLink> images,
        JobView.Failure error,
        UUID retryOf,
        UUID workflowId,
        Integer workflowVersion) {

    /**
     * @param running what its worker reported last, if it runs
     */
    static JobDocument of(JobView job, Optional<GenerationProgressed> running) {
        JobStage painting = job.painting();
        int total = running.map(GenerationProgressed::totalSteps).orElse(job.totalSteps());
        int step = currentStep(job, total, running);
        Double left = secondsLeft(job, running);
        return new JobDocument(
                job.jobId(),
                job.batchId(),
                job.kind(),
                nameOf(job.status()),
                100 * step / total,
                step,
                total,
                job.position(),
                job.peopleAhead(),
                job.paused(),
                left,
                stretched(job, left),
                painting.prompt(),
                painting.negativePrompt(),
                job.model(),
                job.lastStage().width(),
                job.lastStage().height(),
                painting.steps(),
                painting.cfgScale(),
                painting.scheduler(),
                job.seed(),
                job.count(),
                job.attempt(),
                job.estimatedCredits(),
                job.creditsUsed(),
                job.creditsRefunded(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.stages(),
                imagesOf(job),
                job.error(),
                job.retryOf(),
                job.workflow() == null ? null : job.workflow().workflowId(),
                job.workflow() == null ? null : job.workflow().version());
    }

    /** The name of a status in the API. */
    public static String nameOf(JobView.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static int currentStep(JobView job, int total, Optional<GenerationProgressed> running) {
        return switch (job.status()) {
            case COMPLETED -> total;
            case PROCESSING -> running.map(GenerationProgressed::step).orElse(0);
            case QUEUED, FAILED, CANCELLED -> 0;
        };
    }

    private static Double secondsLeft(JobView job, Optional<GenerationProgressed> running) {
        return job.status() == JobView.Status.PROCESSING && running.isPresent()
                ? (Double) running.get().secondsLeft()
                : job.estimatedSeconds();
    }

    /** As unsure as the time that is expected without knowing the step. */
    private static Double stretched(JobView job, Double left) {
        return left == null || job.estimatedSeconds() == 0
                ? job.estimatedSecondsP90()
                : (Double) (left * job.estimatedSecondsP90() / job.estimatedSeconds());
    }

    private static List<ImageLink> imagesOf(JobView job) {
        boolean made = job.status() == JobView.Status.COMPLETED;
        return made ? job.imageIds().stream().map(ImageLink::of).toList() : List.of();
    }
}

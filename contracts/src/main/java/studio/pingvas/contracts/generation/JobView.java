package studio.pingvas.contracts.generation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A job as its owner sees it.
 *
 * @param queueId whose socket follows it: the user's id
 * @param batchId that it was accepted with; null if by itself
 * @param position place in the line, 1 for the next; null once it has started
 * @param peopleAhead other people whose jobs are sent before; null once it has started
 * @param estimatedSeconds until it is done: as many jobs need more as need less; null when
 *     finished, or while it is paused
 * @param estimatedSecondsP90 nine of ten jobs are done by then; null when the other is
 * @param stages what is done, in order; at least one
 * @param model of the first painting, or else of the upscaler; {@code lanczos} if there is none
 * @param seed of the first picture
 * @param count of pictures
 * @param totalSteps steps of all pictures together, an upscale counted as one
 * @param attempt how often it was started
 * @param creditsUsed null until completed
 * @param creditsRefunded null unless failed or cancelled
 * @param imageIds of the pictures; they exist once the job is completed
 * @param error null unless failed
 * @param retryOf the job that this one does again, or null
 * @param workflow which stored workflow it is; null if none
 */
public record JobView(
        UUID jobId,
        UUID queueId,
        UUID batchId,
        String kind,
        Status status,
        Integer position,
        Integer peopleAhead,
        Double estimatedSeconds,
        Double estimatedSecondsP90,
        List<JobStage> stages,
        String model,
        long seed,
        int count,
        int totalSteps,
        int attempt,
        long estimatedCredits,
        Long creditsUsed,
        Long creditsRefunded,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        List<UUID> imageIds,
        Failure error,
        UUID retryOf,
        WorkflowReference workflow) {
    public JobView {
        stages = List.copyOf(stages);
        imageIds = List.copyOf(imageIds);
    }

    /** Whether it waits for an administrator to let its tier go on. */
    public boolean paused() {
        return status == Status.QUEUED && estimatedSeconds == null;
    }

    /** What the words of the pictures come from. */
    public JobStage painting() {
        return JobStage.paintingOf(stages);
    }

    /** What decides the size of the pictures. */
    public JobStage lastStage() {
        return stages.get(stages.size() - 1);
    }

    /** What clients tell apart: a job that is dispatched but not started still counts as queued. */
    public enum Status {
        QUEUED,
        PROCESSING,
        COMPLETED,
        FAILED,
        CANCELLED;

        public boolean isFinal() {
            return this == COMPLETED || this == FAILED || this == CANCELLED;
        }
    }

    /**
     * @param code stable, kebab-case
     * @param message for the owner
     */
    public record Failure(String code, String message) {}
}

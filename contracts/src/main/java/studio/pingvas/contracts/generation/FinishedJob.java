package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * How a job ended, as sockets, streams and webhooks tell it. What does not apply is null.
 *
 * @param seq number of the event
 */
public record FinishedJob(
        String type,
        long seq,
        UUID jobId,
        UUID batchId,
        String status,
        Integer progress,
        Result result,
        Long creditsUsed,
        String errorCode,
        String errorMessage,
        Long creditsRefunded) {
    /**
     * The first picture by itself, for clients that know of one alone, and all of them.
     *
     * @param metadata of the first picture; null if it was deleted since
     */
    public record Result(UUID imageId, String imageUrl, Object metadata, List<ImageLink> images) {
        public Result {
            images = List.copyOf(images);
        }
    }

    /**
     * @param job that has ended
     * @param metadata of its first picture, or null
     */
    public static FinishedJob of(JobView job, long seq, Object metadata) {
        boolean completed = job.status() == JobView.Status.COMPLETED;
        String status = job.status().name().toLowerCase(Locale.ROOT);
        return new FinishedJob(
                status,
                seq,
                job.jobId(),
                job.batchId(),
                status,
                completed ? 100 : null,
                completed ? resultOf(job, metadata) : null,
                job.creditsUsed(),
                job.error() == null ? null : job.error().code(),
                job.error() == null ? null : job.error().message(),
                job.creditsRefunded());
    }

    private static Result resultOf(JobView job, Object metadata) {
        List<ImageLink> links = job.imageIds().stream().map(ImageLink::of).toList();
        return new Result(links.get(0).imageId(), links.get(0).imageUrl(), metadata, links);
    }
}

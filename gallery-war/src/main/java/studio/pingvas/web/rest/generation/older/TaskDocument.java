package studio.pingvas.web.rest.generation.older;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import studio.pingvas.contracts.generation.ImageLink;
import studio.pingvas.contracts.generation.JobView;

/**
 * A job as the older document shows it.
 *
 * @param status {@code pending}, {@code processing}, {@code completed} or {@code failed}
 * @param error null unless failed or cancelled
 */
public record TaskDocument(
        UUID taskId,
        String status,
        List<Picture> images,
        String error,
        Instant createdAt,
        Instant completedAt) {
    /**
     * @param url relative to this server; it needs the token of the owner
     */
    public record Picture(UUID imageId, String url, String thumbnailUrl, long seed) {}

    static TaskDocument of(JobView job) {
        return new TaskDocument(
                job.jobId(),
                statusOf(job),
                picturesOf(job),
                errorOf(job),
                job.createdAt(),
                job.finishedAt());
    }

    static String statusOf(JobView job) {
        return switch (job.status()) {
            case QUEUED -> "pending";
            case PROCESSING -> "processing";
            case COMPLETED -> "completed";
            case FAILED, CANCELLED -> "failed";
        };
    }

    private static String errorOf(JobView job) {
        if (job.status() == JobView.Status.CANCELLED) {
            return "The job was cancelled.";
        }
        return job.error() == null ? null : job.error().message();
    }

    private static List<Picture> picturesOf(JobView job) {
        if (job.status() != JobView.Status.COMPLETED) {
            return List.of();
        }
        return IntStream.range(0, job.imageIds().size()).mapToObj(at -> picture(job, at)).toList();
    }

    private static Picture picture(JobView job, int at) {
        ImageLink link = ImageLink.of(job.imageIds().get(at));
        return new Picture(link.imageId(), link.imageUrl(), link.thumbnailUrl(), job.seed() + at);
    }
}

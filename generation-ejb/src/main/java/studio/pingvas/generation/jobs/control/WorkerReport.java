package studio.pingvas.generation.jobs.control;

import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationStarted;

/**
 * That a worker has begun a job or finished it.
 *
 * @param result null if it has begun it
 */
public record WorkerReport(UUID jobId, Attempt attempt, String worker, GenerationFinished result) {
    public static WorkerReport of(GenerationStarted started) {
        return new WorkerReport(started.jobId(), started.attempt(), started.worker(), null);
    }

    public static WorkerReport of(GenerationFinished result) {
        return new WorkerReport(result.jobId(), result.attempt(), result.worker(), result);
    }

    List<UUID> imageIds() {
        return result.images().stream().map(GeneratedImage::imageId).toList();
    }
}

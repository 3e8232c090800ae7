package studio.pingvas.contracts.generation;

import java.util.UUID;

/**
 * Where a job stands in the line, as sockets and streams tell it. What does not apply is null.
 *
 * @param seq number of the newest event
 * @param batchId that it was accepted with, or null
 * @param paused whether it waits for its tier to go on; only then it has no time
 */
public record QueuedJob(
        String type,
        long seq,
        UUID jobId,
        UUID batchId,
        String status,
        int progress,
        Integer position,
        Integer peopleAhead,
        boolean paused,
        Double estimatedTime,
        Double estimatedTimeP90) {
    public QueuedJob(
            long seq,
            UUID jobId,
            UUID batchId,
            Integer position,
            Integer peopleAhead,
            Double estimatedTime,
            Double estimatedTimeP90) {
        this(
                "queued",
                seq,
                jobId,
                batchId,
                "queued",
                0,
                position,
                peopleAhead,
                estimatedTime == null,
                estimatedTime,
                estimatedTimeP90);
    }
}

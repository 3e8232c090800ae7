package studio.pingvas.contracts.generation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A batch as its owner sees it.
 *
 * @param label may be null
 * @param kind of its jobs
 * @param count of its jobs
 * @param jobs how many are in which status; those in which none is are missing
 * @param progress percent of its predicted work that has ended
 * @param position of its first waiting job, 1 for the next; null if none waits
 * @param peopleAhead whose jobs are sent before that; null if none waits
 * @param estimatedSeconds until the last pictures are there: as often it takes more as less; null
 *     when all have ended, or while the tier is paused
 * @param estimatedSecondsP90 nine of ten are done by then; null when the other is
 * @param estimatedCredits of all jobs
 * @param creditsUsed so far
 * @param creditsRefunded so far, of failed and cancelled jobs
 * @param finishedAt null until all have ended
 */
public record BatchView(
        UUID batchId,
        UUID queueId,
        String label,
        String kind,
        int count,
        Map<JobView.Status, Integer> jobs,
        int progress,
        Integer position,
        Integer peopleAhead,
        Double estimatedSeconds,
        Double estimatedSecondsP90,
        long estimatedCredits,
        long creditsUsed,
        long creditsRefunded,
        Instant createdAt,
        Instant finishedAt) {
    public BatchView {
        jobs = Map.copyOf(jobs);
    }
}

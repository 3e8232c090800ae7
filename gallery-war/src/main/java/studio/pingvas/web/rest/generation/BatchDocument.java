package studio.pingvas.web.rest.generation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.generation.BatchView;
import studio.pingvas.contracts.generation.JobView;

/**
 * A batch as the API shows it.
 *
 * @param jobs how many are in which status; every status is named
 * @param progress percent of its predicted work that has ended
 * @param position of its first waiting job; absent if none waits
 * @param peopleAhead whose jobs are sent before that; absent if none waits
 * @param estimatedSeconds until the last pictures are there; absent when all have ended
 * @param estimatedSecondsP90 nine of ten are done by then; absent when all have ended
 * @param finishedAt absent until all have ended
 */
public record BatchDocument(
        UUID batchId,
        UUID queueId,
        String label,
        String kind,
        int count,
        Map<String, Integer> jobs,
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
    static BatchDocument of(BatchView batch) {
        return new BatchDocument(
                batch.batchId(),
                batch.queueId(),
                batch.label(),
                batch.kind(),
                batch.count(),
                countsOf(batch),
                batch.progress(),
                batch.position(),
                batch.peopleAhead(),
                batch.estimatedSeconds(),
                batch.estimatedSecondsP90(),
                batch.estimatedCredits(),
                batch.creditsUsed(),
                batch.creditsRefunded(),
                batch.createdAt(),
                batch.finishedAt());
    }

    private static Map<String, Integer> countsOf(BatchView batch) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (JobView.Status status : JobView.Status.values()) {
            counts.put(JobDocument.nameOf(status), batch.jobs().getOrDefault(status, 0));
        }
        return counts;
    }
}

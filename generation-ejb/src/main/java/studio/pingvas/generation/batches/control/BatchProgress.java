package studio.pingvas.generation.batches.control;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.generation.jobs.entity.JobStatus;

/** How the jobs of a batch stand, added up. */
public final class BatchProgress {
    private final Map<JobView.Status, Integer> jobs = new EnumMap<>(JobView.Status.class);
    private double seconds;
    private double secondsEnded;
    private long creditsUsed;
    private long creditsRefunded;
    private Instant lastEnd;

    /**
     * @param count jobs of that status
     * @param predicted seconds of them
     * @param end of the last of them; null if they have not ended
     */
    void add(JobStatus status, int count, double predicted, long used, long refunded, Instant end) {
        jobs.merge(status.seenByOwner(), count, Integer::sum);
        seconds += predicted;
        creditsUsed += used;
        creditsRefunded += refunded;
        if (status.isFinal()) {
            secondsEnded += predicted;
        }
        if (end != null && (lastEnd == null || end.isAfter(lastEnd))) {
            lastEnd = end;
        }
    }

    Map<JobView.Status, Integer> jobs() {
        return jobs;
    }

    boolean hasEnded() {
        return jobs.keySet().stream().allMatch(JobView.Status::isFinal);
    }

    /** A hundred only when all have ended, however short the last ones are. */
    int percent() {
        return hasEnded() ? 100 : (int) Math.min(99, 100 * secondsEnded / seconds);
    }

    long creditsUsed() {
        return creditsUsed;
    }

    long creditsRefunded() {
        return creditsRefunded;
    }

    /** Null while one has not ended. */
    Instant finishedAt() {
        return hasEnded() ? lastEnd : null;
    }
}

package studio.pingvas.worker.job;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Jobs that were cancelled lately. Kept for jobs that have not begun, too: the command may overtake
 * the request.
 */
public final class Cancellations {
    private static final int REMEMBERED = 1_000;

    private final Set<UUID> jobs = new LinkedHashSet<>();

    public synchronized void add(UUID jobId) {
        jobs.add(jobId);
        if (jobs.size() > REMEMBERED) {
            jobs.remove(jobs.iterator().next());
        }
    }

    public synchronized boolean contains(UUID jobId) {
        return jobs.contains(jobId);
    }
}

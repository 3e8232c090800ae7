package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.UUID;

/**
 * What one call has cancelled.
 *
 * @param jobIds in the order of their acceptance; without those that were cancelled before
 * @param creditsRefunded of all of them together
 */
public record CancelledJobs(List<UUID> jobIds, long creditsRefunded) {
    public CancelledJobs {
        jobIds = List.copyOf(jobIds);
    }
}

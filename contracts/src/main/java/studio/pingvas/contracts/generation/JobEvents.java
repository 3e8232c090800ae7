package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What happens to the jobs of a user, for those who follow them. */
@Local
public interface JobEvents {
    /** Events of the user's jobs after that number, oldest first, at most {@code limit}. */
    List<JobEventView> after(UUID userId, long seq, int limit);

    /**
     * The same of one job.
     *
     * @throws studio.pingvas.contracts.NotFoundException if the user has no such job
     */
    List<JobEventView> ofJobAfter(UUID userId, UUID jobId, long seq, int limit);

    /** Number of the user's newest event, 0 if there is none. */
    long lastSeq(UUID userId);

    /** The same of many users; those who never had a job are missing. */
    Map<UUID, Long> lastSeqs(Set<UUID> userIds);

    /** The user's jobs that are not finished, oldest first. */
    List<JobView> live(UUID userId);
}

package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** All that happened to a job, for its owner. */
@Local
public interface JobStories {
    /** Most entries of a story; of a longer one the newest are told. */
    int MOST_ENTRIES = 500;

    /**
     * Oldest first.
     *
     * @throws studio.pingvas.contracts.NotFoundException if it is no job of the user
     */
    List<JobStoryEntry> of(UUID userId, UUID jobId);
}

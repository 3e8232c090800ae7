package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.UUID;

/**
 * What users can do with their jobs as a whole, beside what {@link GenerationJobs} does with a
 * single one. What belongs to somebody else is not found ({@link
 * studio.pingvas.contracts.NotFoundException}). Repeated, each call does what is still to be done.
 */
@Local
public interface QueueControl {
    /** Cancels the user's jobs that have not started; their credits come back. */
    CancelledJobs clear(UUID userId);

    /**
     * Cancels the user's jobs that are not finished, but for one.
     *
     * @param current the one that is kept; null for the one that has run for longest
     */
    CancelledJobs cancelAllExceptCurrent(UUID userId, UUID current);
}

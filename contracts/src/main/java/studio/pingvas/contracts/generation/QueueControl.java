package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.SpendLimit;

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

    /**
     * Does again what a job that failed or was cancelled was to do: a new job with the same stages
     * and the same seed, at today's price. A job is tried again once; asked again, the answer is
     * the same new job, whatever became of it.
     *
     * @param spendLimit as for a new job
     * @throws NotRetryableException if it has not failed and was not cancelled
     * @throws InputsGoneException if a picture that it began with is not there any more
     * @throws studio.pingvas.contracts.BusinessException those of {@link GenerationJobs#submit}
     *     that still apply
     */
    JobView retry(UUID userId, UUID jobId, SpendLimit spendLimit);

    /** Tries the jobs again that failed in the last day and were not, oldest first, at most 100. */
    RetriedJobs retryFailed(UUID userId, SpendLimit spendLimit);

    /**
     * Puts waiting jobs before the user's others, in the order in which they are named. Whom the
     * user waits for does not change.
     *
     * @param jobIds 1 to 100
     * @return those that were moved; jobs that wait no more are passed over, and so are those of
     *     others
     * @throws studio.pingvas.contracts.InvalidRequestException if there are none or too many
     */
    List<UUID> moveToFront(UUID userId, List<UUID> jobIds);
}

package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.UUID;
import studio.pingvas.contracts.payment.SpendLimit;

/**
 * Jobs that are priced, accepted, followed and cancelled as one. What belongs to somebody else is
 * not found ({@link studio.pingvas.contracts.NotFoundException}).
 */
@Local
public interface GenerationBatches {
    /** As {@link GenerationJobs#estimate}, for all jobs together. */
    BatchEstimate estimate(UUID userId, BatchRequest request, UploadedPictures pictures);

    /**
     * Accepts all jobs or none. Throws what {@link GenerationJobs#submit} throws for one of them;
     * what is wrong with values is told for all of them at once.
     *
     * @param pictures that came with it, for all jobs
     * @param idempotencyKey the same key of the same user names the same batch; null for none
     * @param spendLimit of the API key that asks; null for a person
     * @throws OverTierLimitException also if the tier does not allow that many jobs
     */
    BatchView submit(
            UUID userId,
            BatchRequest request,
            UploadedPictures pictures,
            String idempotencyKey,
            SpendLimit spendLimit);

    BatchView get(UUID userId, UUID batchId);

    /**
     * Newest first.
     *
     * @param cursor from the page before, or null for the first
     * @param limit 1 to 100
     */
    BatchPage list(UUID userId, String cursor, int limit);

    /**
     * Its jobs, in the order in which they were asked for.
     *
     * @param cursor from the page before, or null for the first
     * @param limit 1 to 100
     */
    BatchItemPage items(UUID userId, UUID batchId, String cursor, int limit);

    /** Cancels its jobs that are not finished; their credits come back. */
    BatchView cancel(UUID userId, UUID batchId);
}

package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.UUID;
import studio.pingvas.contracts.payment.SpendLimit;

/**
 * Jobs of users. What belongs to somebody else is not found ({@link
 * studio.pingvas.contracts.NotFoundException}).
 */
@Local
public interface GenerationJobs {
    /**
     * Price and time of a request, and its place in the line, as of now. Nothing is kept. Throws
     * what {@link #submit} throws for the request itself.
     */
    JobEstimate estimate(UUID userId, GenerationRequest request, UploadedPictures pictures);

    /**
     * Accepts a job: checks it, sets its credits aside and queues it.
     *
     * @param pictures that came with it
     * @param idempotencyKey the same key of the same user names the same job; null for none
     * @param spendLimit of the API key that asks; null for a person
     * @throws studio.pingvas.contracts.InvalidRequestException if a value is out of range
     * @throws PictureNotAcceptedException if an uploaded file is no picture or too large
     * @throws studio.pingvas.contracts.NotFoundException if a picture is not one of the user
     * @throws studio.pingvas.contracts.UnavailableException if uploads cannot be kept, or the
     *     address of a webhook not be looked up, just now
     * @throws KindNotSupportedException if the model cannot begin with a picture
     * @throws SizeNotSupportedException if the model cannot make that size
     * @throws OverTierLimitException if the tier does not allow that much
     * @throws QueueFullException if too many jobs of the user wait already
     * @throws studio.pingvas.contracts.IdempotencyKeyReusedException if the key was another request
     * @throws studio.pingvas.contracts.payment.InsufficientCreditsException if credits are short
     * @throws studio.pingvas.contracts.payment.SpendLimitReachedException if the key has spent its
     *     share of today
     * @throws studio.pingvas.contracts.model.ModelNotFoundException if there is no such model
     * @throws studio.pingvas.contracts.model.ModelNotInTierException if the tier lacks the model
     */
    JobView submit(
            UUID userId,
            GenerationRequest request,
            UploadedPictures pictures,
            String idempotencyKey,
            SpendLimit spendLimit);

    JobView get(UUID userId, UUID jobId);

    /**
     * Newest first.
     *
     * @param status or null for all
     * @param cursor from the page before, or null for the first
     * @param limit 1 to 100
     */
    JobPage list(UUID userId, JobView.Status status, String cursor, int limit);

    /**
     * Cancels a job that is not finished; its credits come back.
     *
     * @throws AlreadyFinishedException if it has ended, otherwise than by being cancelled
     */
    JobView cancel(UUID userId, UUID jobId);
}

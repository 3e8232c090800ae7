package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * The ends of jobs told to addresses that came with their requests. A delivery is sent at least
 * once, until its receiver says yes (2xx) or that it is gone (410), or some eight hours have
 * passed.
 */
@Local
public interface JobWebhooks {
    /** A new secret of the user; the one before it is good no more. */
    WebhookSecret renewSecret(UUID userId);

    /**
     * The deliveries of a job, at most one for its end; none before it has ended.
     *
     * @throws studio.pingvas.contracts.NotFoundException if the user has no such job
     */
    List<WebhookDeliveryView> deliveries(UUID userId, UUID jobId);

    /**
     * Sends a delivery once more, now.
     *
     * @throws studio.pingvas.contracts.NotFoundException if the user has no such delivery
     * @throws studio.pingvas.contracts.RateLimitedException if it was sent a moment ago
     * @throws WebhookExhaustedException if it was sent too often
     */
    WebhookDeliveryView resend(UUID userId, UUID jobId, UUID deliveryId);
}

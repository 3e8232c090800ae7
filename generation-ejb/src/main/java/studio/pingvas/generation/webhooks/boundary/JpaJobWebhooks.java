package studio.pingvas.generation.webhooks.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.contracts.generation.JobWebhooks;
import studio.pingvas.contracts.generation.WebhookDeliveryView;
import studio.pingvas.contracts.generation.WebhookExhaustedException;
import studio.pingvas.contracts.generation.WebhookSecret;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.webhooks.control.DeliveryTable;
import studio.pingvas.generation.webhooks.control.DeliveryViews;
import studio.pingvas.generation.webhooks.control.WebhookSecrets;
import studio.pingvas.generation.webhooks.control.WebhookSender;

/** Each step in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaJobWebhooks implements JobWebhooks {
    /** Nobody is to knock at a stranger's door through us for ever. */
    static final int MOST_ATTEMPTS = 20;

    private static final Duration REST = Duration.ofSeconds(10);

    @Inject JobStore jobs;
    @Inject DeliveryTable table;
    @Inject DeliveryViews views;
    @Inject WebhookSecrets secrets;
    @Inject WebhookSender sender;

    @Override
    public WebhookSecret renewSecret(UUID userId) {
        return new WebhookSecret(secrets.renew(userId));
    }

    @Override
    public List<WebhookDeliveryView> deliveries(UUID userId, UUID jobId) {
        if (jobs.findOf(userId, jobId).isEmpty()) {
            throw new NotFoundException("Job");
        }
        return views.of(userId, jobId);
    }

    @Override
    public WebhookDeliveryView resend(UUID userId, UUID jobId, UUID deliveryId) {
        WebhookDeliveryView known = require(userId, jobId, deliveryId);
        if (!table.resend(deliveryId, MOST_ATTEMPTS, REST)) {
            if (known.attempts().size() >= MOST_ATTEMPTS) {
                throw new WebhookExhaustedException(MOST_ATTEMPTS);
            }
            throw new RateLimitedException(REST);
        }
        sender.sendSoon();
        return require(userId, jobId, deliveryId);
    }

    private WebhookDeliveryView require(UUID userId, UUID jobId, UUID deliveryId) {
        return views.of(userId, jobId).stream()
                .filter(delivery -> delivery.id().equals(deliveryId))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Delivery"));
    }
}

package studio.pingvas.web.rest.generation.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.generation.WebhookDeliveryView;

/** The end of a job told to a webhook, and what became of it. */
public record WebhookDeliveryDocument(
        UUID id,
        String event,
        String url,
        String status,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant deliveredAt,
        List<WebhookDeliveryView.Attempt> attempts) {
    static WebhookDeliveryDocument of(WebhookDeliveryView delivery) {
        return new WebhookDeliveryDocument(
                delivery.id(),
                delivery.event(),
                delivery.url(),
                delivery.status().name().toLowerCase(Locale.ROOT),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.deliveredAt(),
                delivery.attempts());
    }
}

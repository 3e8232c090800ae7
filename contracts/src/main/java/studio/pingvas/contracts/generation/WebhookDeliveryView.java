package studio.pingvas.contracts.generation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The end of a job told to a webhook, and what became of it.
 *
 * @param event {@code completed}, {@code failed} or {@code cancelled}
 * @param nextAttemptAt null unless it waits
 * @param deliveredAt null unless it is delivered
 * @param attempts oldest first
 */
public record WebhookDeliveryView(
        UUID id,
        String event,
        String url,
        Status status,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant deliveredAt,
        List<Attempt> attempts) {
    public WebhookDeliveryView {
        attempts = List.copyOf(attempts);
    }

    public enum Status {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /**
     * @param number from 1
     * @param statusCode of the answer; null if there was none
     * @param error why there was no answer, or null
     */
    public record Attempt(
            int number, Instant at, Integer statusCode, String error, long milliseconds) {}
}

package studio.pingvas.web.rest.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.payment.SubscriptionView;

/**
 * What a user has after a decision about the contract.
 *
 * @param tier for example {@code enterprise}
 * @param status for example {@code active}
 * @param endsAt left out if it goes on
 */
public record Contract(UUID userId, String tier, String status, Instant endsAt) {
    static Contract of(UUID userId, SubscriptionView view) {
        return new Contract(
                userId,
                view.plan().tier().key(),
                view.status().name().toLowerCase(Locale.ROOT),
                view.endsAt());
    }
}

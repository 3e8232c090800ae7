package studio.pingvas.web.faces.payment;

import java.time.Instant;
import java.util.Locale;
import studio.pingvas.contracts.payment.SubscriptionView;

/**
 * Where a subscription stands, for a sentence.
 *
 * @param key names the sentence
 * @param when what its sentence speaks of; null if of no time
 */
public record SubscriptionState(String key, Instant when) {
    static SubscriptionState of(SubscriptionView subscription) {
        String status = subscription.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (subscription.status()) {
            case NONE, EXPIRED, UNPAID, PAUSED -> new SubscriptionState(status, null);
            case PAST_DUE -> timed(status, subscription.graceEndsAt());
            case CANCELLING -> timed(status, subscription.endsAt());
            case TRIAL -> timed(status, subscription.renewsAt());
            case ACTIVE ->
                    subscription.managed()
                            ? timed("active", subscription.renewsAt())
                            : timed("contract", subscription.endsAt());
        };
    }

    /** The gateway may not have told the time yet, and a contract may have no end. */
    private static SubscriptionState timed(String key, Instant when) {
        return new SubscriptionState(when == null ? key + "-open" : key, when);
    }
}

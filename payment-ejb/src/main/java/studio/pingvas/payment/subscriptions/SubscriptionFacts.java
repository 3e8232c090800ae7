package studio.pingvas.payment.subscriptions;

import java.time.Instant;
import java.util.Comparator;
import studio.pingvas.contracts.payment.Offer;

/**
 * What a report says of a subscription at one moment, in our words.
 *
 * @param variantId number of the offer at the gateway
 * @param pauseMode null unless it is paused
 * @param trialEndsAt null without a trial
 * @param renewsAt when the next payment is due
 * @param endsAt null unless it ends
 * @param updatedAt version of the resource; the only order that reports have
 */
public record SubscriptionFacts(
        Offer offer,
        long variantId,
        SubscriptionStatus status,
        PauseMode pauseMode,
        Instant trialEndsAt,
        Instant renewsAt,
        Instant endsAt,
        Instant updatedAt) {
    private static final Comparator<Instant> TIMES = Comparator.nullsFirst(Instant::compareTo);

    /**
     * Older before newer. The gateway tells two changes of one moment with the same time, so a
     * fixed rule decides between them: whatever their order of arrival, the same one stays.
     */
    static final Comparator<SubscriptionFacts> OLDEST_FIRST =
            Comparator.comparing(SubscriptionFacts::updatedAt)
                    .thenComparing(SubscriptionFacts::status)
                    .thenComparing(SubscriptionFacts::endsAt, TIMES)
                    .thenComparing(SubscriptionFacts::renewsAt, TIMES)
                    .thenComparing(SubscriptionFacts::trialEndsAt, TIMES)
                    .thenComparing(
                            SubscriptionFacts::pauseMode,
                            Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(SubscriptionFacts::variantId);
}

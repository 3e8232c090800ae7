package studio.pingvas.web.rest.payment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.SubscriptionView;

/**
 * The plan that counts now, and the subscription that gives it.
 *
 * @param id absent without a subscription
 * @param status {@code none}, {@code trial}, {@code active}, {@code past_due}, {@code paused},
 *     {@code unpaid}, {@code cancelling} (good until {@code ends_at}) or {@code expired}
 * @param interval {@code month} or {@code year}; absent where nothing is paid by interval
 * @param renewsAt when the next payment is due
 * @param endsAt when the plan ends; absent if it goes on
 * @param graceEndsAt until when a failed payment keeps the plan
 * @param managed whether it can be changed, cancelled and resumed here
 */
public record SubscriptionDocument(
        String tier,
        int usdPerMonth,
        long creditsPerMonth,
        long storageBytes,
        List<String> modelBases,
        long maxPixels,
        int maxSteps,
        int maxImages,
        int maxRunning,
        int maxWaiting,
        int maxBatch,
        UUID id,
        String status,
        String interval,
        Instant periodStart,
        Instant renewsAt,
        Instant endsAt,
        Instant graceEndsAt,
        boolean managed) {
    static SubscriptionDocument of(SubscriptionView subscription) {
        Plan plan = subscription.plan();
        return new SubscriptionDocument(
                plan.tier().key(),
                plan.usdPerMonth(),
                plan.creditsPerMonth(),
                plan.storageBytes(),
                plan.modelBases().stream().sorted().toList(),
                plan.maxPixels(),
                plan.maxSteps(),
                plan.maxImages(),
                plan.maxRunning(),
                plan.maxWaiting(),
                plan.maxBatch(),
                subscription.id(),
                subscription.status().name().toLowerCase(Locale.ROOT),
                subscription.interval() == null ? null : subscription.interval().key(),
                subscription.periodStart(),
                subscription.renewsAt(),
                subscription.endsAt(),
                subscription.graceEndsAt(),
                subscription.managed());
    }
}

package studio.pingvas.contracts.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * The subscription that gives a user the tier, as of now.
 *
 * @param id null for the free tier without a subscription
 * @param status what the payment gateway says, seen by the user; {@code NONE} without one
 * @param interval null where nothing is paid by interval
 * @param periodStart of the paid period, null without one
 * @param renewsAt when the next payment is due, null if none is
 * @param endsAt when the tier ends, null if it goes on
 * @param graceEndsAt until when a failed renewal keeps the tier, null without one
 * @param managed whether it can be changed, cancelled and resumed here; false for a contract
 */
public record SubscriptionView(
        UUID id,
        Plan plan,
        Status status,
        BillingInterval interval,
        Instant periodStart,
        Instant renewsAt,
        Instant endsAt,
        Instant graceEndsAt,
        boolean managed) {
    /** {@code CANCELLING}: cancelled and still good until {@code endsAt}. */
    public enum Status {
        NONE,
        TRIAL,
        ACTIVE,
        PAST_DUE,
        PAUSED,
        UNPAID,
        CANCELLING,
        EXPIRED
    }
}

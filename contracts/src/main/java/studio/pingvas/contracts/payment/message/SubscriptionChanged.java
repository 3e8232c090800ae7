package studio.pingvas.contracts.payment.message;

import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.Tier;

/**
 * A subscription began, changed or ended. Whoever acts on it compares {@code at} with what it knows
 * already: messages may overtake each other. It is for hints and mails; what a user may do is asked
 * of {@code Entitlements}.
 *
 * @param version of this message, {@link #VERSION}
 * @param userId who has it
 * @param tier from now on
 * @param previousTier until now; the same if only something else changed
 * @param status from now on
 * @param creditsPerMonth that come with it
 * @param storageBytes that the tier allows
 * @param endsAt when the tier ends, null if it goes on
 * @param at when it changed
 */
public record SubscriptionChanged(
        int version,
        UUID userId,
        Tier tier,
        Tier previousTier,
        SubscriptionView.Status status,
        long creditsPerMonth,
        long storageBytes,
        Instant endsAt,
        Instant at) {
    public static final int VERSION = 1;
}

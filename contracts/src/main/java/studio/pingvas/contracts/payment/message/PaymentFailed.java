package studio.pingvas.contracts.payment.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A renewal could not be paid. The tier stays until the grace ends.
 *
 * @param version of this message, {@link #VERSION}
 * @param userId who has the subscription
 * @param graceEndsAt until when the tier stays
 * @param at when the payment failed
 */
public record PaymentFailed(int version, UUID userId, Instant graceEndsAt, Instant at) {
    public static final int VERSION = 1;
}

package studio.pingvas.generation.line.entity;

import java.time.Instant;
import studio.pingvas.contracts.payment.Tier;

/**
 * Whether jobs of a tier are dispatched.
 *
 * @param dispatched jobs of the tier so far, ever
 * @param changedAt when it was paused or resumed last, or null
 * @param changedBy who did that, or null
 */
public record TierState(
        Tier tier, boolean paused, long dispatched, Instant changedAt, String changedBy) {}

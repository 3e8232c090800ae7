package studio.pingvas.contracts.generation;

import java.time.Instant;
import studio.pingvas.contracts.payment.Tier;

/**
 * Whether jobs of a tier are sent to workers.
 *
 * @param changedAt when it was paused or resumed last, or null
 * @param changedBy id of the administrator who did that, or null
 */
public record TierPause(Tier tier, boolean paused, Instant changedAt, String changedBy) {}

package studio.pingvas.generation.line.entity;

import java.time.Instant;
import studio.pingvas.contracts.payment.Tier;

/**
 * What waits of one user.
 *
 * @param startTag of the user's next job
 * @param readyAt decides between equal tags
 * @param seconds predicted for all of the jobs, together
 */
public record UserBacklog(Tier tier, double startTag, Instant readyAt, int jobs, double seconds) {}

package studio.pingvas.generation.line.entity;

import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;

/**
 * Jobs that are to wait in the line of their user.
 *
 * @param tier of now, for all jobs of the user, as its limits are
 * @param maxRunning jobs at once
 * @param share of the new jobs
 * @param maxWaiting jobs, with these
 */
public record Arrival(UUID userId, Tier tier, int maxRunning, LineShare share, int maxWaiting) {}

package studio.pingvas.contracts.payment;

import java.util.UUID;

/**
 * Credits to be set aside for a job.
 *
 * @param credits more than zero
 */
public record NewHold(UUID jobId, long credits) {}

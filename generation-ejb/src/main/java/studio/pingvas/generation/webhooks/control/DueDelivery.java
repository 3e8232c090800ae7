package studio.pingvas.generation.webhooks.control;

import java.util.UUID;

/**
 * A delivery that is to be sent now.
 *
 * @param attempt number of this attempt, from 1
 */
public record DueDelivery(
        UUID id, UUID jobId, UUID userId, long seq, String event, String url, int attempt) {}

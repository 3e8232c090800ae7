package studio.pingvas.contracts.payment;

import java.time.Instant;
import java.util.UUID;

/** Credits that are set aside for a job. */
public record OpenHold(UUID jobId, UUID userId, long credits, Instant createdAt) {}

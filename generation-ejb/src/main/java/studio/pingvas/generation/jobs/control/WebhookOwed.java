package studio.pingvas.generation.jobs.control;

import java.util.UUID;
import studio.pingvas.generation.jobs.entity.JobEventType;

/** A job with a webhook has ended. Observe it in the transaction that ends it. */
public record WebhookOwed(UUID jobId, UUID userId, long seq, JobEventType type) {}

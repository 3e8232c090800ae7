package studio.pingvas.generation.jobs.control;

import java.util.UUID;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;

/**
 * A job has a new event. Observe it after the transaction, when others can see the change.
 *
 * @param wasDispatched whether a message about it may lie in the broker or at a worker
 * @param ownerReady whether a job of its owner may be dispatched now, as far as that is known
 * @param job as it is after the change, or null
 */
public record JobChanged(
        UUID jobId,
        UUID userId,
        long seq,
        JobEventType type,
        boolean wasDispatched,
        boolean ownerReady,
        GenerationJob job) {}

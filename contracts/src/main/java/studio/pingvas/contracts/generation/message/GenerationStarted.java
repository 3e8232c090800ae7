package studio.pingvas.contracts.generation.message;

import java.util.UUID;

/**
 * A worker has taken a job and begins. Not sent of a job that is finished a moment later: the
 * result says it.
 *
 * @param version of this message, {@link #VERSION}
 * @param jobId the job
 * @param attempt which try this is
 * @param worker name of the worker process
 * @param device {@code cpu} or {@code cuda}
 */
public record GenerationStarted(
        int version, UUID jobId, Attempt attempt, String worker, String device) {
    public static final int VERSION = 1;
}

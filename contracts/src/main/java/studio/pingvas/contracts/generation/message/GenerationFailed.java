package studio.pingvas.contracts.generation.message;

import java.util.UUID;

/**
 * A job cannot be done, and another try would not help. Sent in one JMS transaction with the
 * acknowledgement of the request.
 *
 * @param version of this message, {@link #VERSION}
 * @param jobId the job
 * @param attempt which try this is
 * @param worker name of the worker process
 * @param code stable, kebab-case, for example {@code model-invalid} or {@code time-limit}
 * @param message for the owner: what happened and what to do
 */
public record GenerationFailed(
        int version, UUID jobId, Attempt attempt, String worker, String code, String message) {
    public static final int VERSION = 1;
}

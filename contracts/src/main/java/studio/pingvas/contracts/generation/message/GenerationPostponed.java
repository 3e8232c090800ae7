package studio.pingvas.contracts.generation.message;

import java.util.UUID;

/**
 * A worker could not go on, and that was no fault of the job: it is to be sent anew, as if this
 * attempt had not been. Sent in one JMS transaction with the acknowledgement of the request.
 *
 * @param version of this message, {@link #VERSION}
 * @param jobId the job
 * @param attempt which try this was
 * @param worker name of the worker process
 * @param reason stable, kebab-case, for example {@link #STORE_DOWN}
 */
public record GenerationPostponed(
        int version, UUID jobId, Attempt attempt, String worker, String reason) {
    public static final int VERSION = 1;
    public static final String STORE_DOWN = "store-down";
}

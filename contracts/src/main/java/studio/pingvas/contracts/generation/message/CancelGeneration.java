package studio.pingvas.contracts.generation.message;

import java.util.UUID;

/**
 * Whoever works at this job stops at the next step and reports nothing more about it.
 *
 * @param version of this message, {@link #VERSION}
 * @param jobId the job
 */
public record CancelGeneration(int version, UUID jobId) {
    public static final int VERSION = 1;
}

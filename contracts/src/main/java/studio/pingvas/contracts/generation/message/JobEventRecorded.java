package studio.pingvas.contracts.generation.message;

import java.util.UUID;

/**
 * Hint to every node that a job of this user has a new event. It carries no content: who serves the
 * user reads the events after the last one it has sent, so a lost or repeated hint does no harm.
 *
 * @param version of this message, {@link #VERSION}
 * @param userId owner of the job
 * @param seq number of the newest event of that user
 */
public record JobEventRecorded(int version, UUID userId, long seq) {
    public static final int VERSION = 1;
}

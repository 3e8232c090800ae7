package studio.pingvas.contracts.generation.message;

import java.util.UUID;

/**
 * One change of a job.
 *
 * @param userId owner of the job
 * @param seq number of the event among those of the user
 * @param jobId the job
 * @param type for example {@code started}, {@code completed}
 * @param told whether owners who follow their jobs are told; otherwise only its number counts
 * @param frame what they are told, as JSON text; null if it has to be looked for in the database
 */
public record RecordedEvent(
        UUID userId, long seq, UUID jobId, String type, boolean told, String frame) {}

package studio.pingvas.contracts.generation.message;

import java.util.List;
import java.util.UUID;

/**
 * All pictures of a job are made and stored. Sent in one JMS transaction with the acknowledgement
 * of the request.
 *
 * @param version of this message, {@link #VERSION}
 * @param jobId the job
 * @param attempt which try this is
 * @param worker name of the worker process
 * @param device {@code cpu} or {@code cuda}; on a CPU the quote is charged
 * @param seconds measured time of the work, from the first prompt encoded to the last object stored
 * @param images one for each picture, in the order of the request
 */
public record GenerationFinished(
        int version,
        UUID jobId,
        Attempt attempt,
        String worker,
        String device,
        double seconds,
        List<GeneratedImage> images) {
    public static final int VERSION = 1;

    public GenerationFinished {
        images = List.copyOf(images);
    }
}

package studio.pingvas.contracts.generation.message;

import java.util.UUID;

/**
 * A step is done. For the sockets of the owner only: no row is written from it, and it may be lost.
 *
 * @param version of this message, {@link #VERSION}
 * @param jobId the job
 * @param userId its owner
 * @param attempt which try this is
 * @param step steps done over all pictures of the job
 * @param totalSteps steps of all pictures together
 * @param secondsLeft estimate until the last step, zero or more
 * @param previewJpeg small JPEG of the picture so far, base64; may be null
 */
public record GenerationProgressed(
        int version,
        UUID jobId,
        UUID userId,
        Attempt attempt,
        int step,
        int totalSteps,
        double secondsLeft,
        String previewJpeg) {
    public static final int VERSION = 1;
}

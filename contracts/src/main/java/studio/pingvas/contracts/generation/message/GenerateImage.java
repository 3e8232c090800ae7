package studio.pingvas.contracts.generation.message;

import java.util.List;
import java.util.UUID;

/**
 * Command to a worker: make the pictures of one job.
 *
 * @param version of this message, {@link #VERSION}
 * @param jobId the job
 * @param userId its owner, for object keys and for progress
 * @param dispatch how often the job has been sent, from 1
 * @param kind what to do; only {@code text-to-image} so far
 * @param model id of the model, a folder name under the worker's model root
 * @param prompt 1 to 2,000 characters
 * @param negativePrompt may be empty
 * @param width of the picture in pixels, one of the model's sizes
 * @param height of the picture in pixels
 * @param steps denoising steps
 * @param cfgScale classifier-free guidance scale; 1 or less means none
 * @param scheduler name of the scheduler, one that the model lists
 * @param seed of the first picture, 0 to 2^32 - 1; picture i uses seed + i modulo 2^32
 * @param imageIds one id for each picture, in order
 * @param traceId ties log lines of server and worker together
 */
public record GenerateImage(
        int version,
        UUID jobId,
        UUID userId,
        int dispatch,
        String kind,
        String model,
        String prompt,
        String negativePrompt,
        int width,
        int height,
        int steps,
        double cfgScale,
        String scheduler,
        long seed,
        List<UUID> imageIds,
        String traceId) {
    public static final int VERSION = 1;
    public static final String TEXT_TO_IMAGE = "text-to-image";

    public GenerateImage {
        imageIds = List.copyOf(imageIds);
    }
}

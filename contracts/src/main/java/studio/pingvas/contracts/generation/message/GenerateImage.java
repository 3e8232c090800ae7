package studio.pingvas.contracts.generation.message;

import java.util.List;
import java.util.UUID;

/**
 * Command to a worker: make the pictures of one job.
 *
 * @param version of this message, {@link #VERSION}, or {@link #CHAIN_VERSION} where every step
 *     takes just the pictures of the one before
 * @param jobId the job
 * @param userId its owner, for object keys and for progress
 * @param dispatch how often the job has been sent, from 1
 * @param kind what to do first: {@link #TEXT_TO_IMAGE}, {@link #IMAGE_TO_IMAGE}, {@link #INPAINT}
 *     or {@link #UPSCALE}
 * @param model id of the model, a folder name under the worker's model root; for an upscale the id
 *     of an upscaler, null for plain enlargement
 * @param prompt 1 to 2,000 characters; empty for an upscale
 * @param negativePrompt may be empty
 * @param width of the picture in pixels, one of the model's sizes
 * @param height of the picture in pixels
 * @param steps denoising steps
 * @param cfgScale classifier-free guidance scale; 1 or less means none
 * @param scheduler name of the scheduler, one that the model lists
 * @param seed of the first picture, 0 to 2^32 - 1; picture i uses seed + i modulo 2^32
 * @param imageIds one id for each picture, in order
 * @param traceId ties log lines of server and worker together
 * @param imageKey object key of the picture to begin with; null for text-to-image
 * @param maskKey object key of the mask of an inpaint, as large as the picture, white where it is
 *     painted anew; null otherwise
 * @param strength how much of the picture is given up, above 0 to 1; null unless it begins with one
 * @param scale 2 or 4; null unless it is an upscale
 * @param loras merged into the model for this job, in this order; null for none
 * @param then what is done after that, in order; the pictures of the last come out; null for
 *     nothing
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
        String traceId,
        String imageKey,
        String maskKey,
        Double strength,
        Integer scale,
        List<LoraUse> loras,
        List<FollowingStep> then) {
    public static final int VERSION = 2;

    /** What workers of the release before do, too; they give the newer one back. */
    public static final int CHAIN_VERSION = 1;

    public static final String TEXT_TO_IMAGE = "text-to-image";
    public static final String IMAGE_TO_IMAGE = "image-to-image";
    public static final String INPAINT = "inpaint";
    public static final String UPSCALE = "upscale";

    public GenerateImage {
        imageIds = List.copyOf(imageIds);
        // A server of the release before names neither.
        loras = loras == null ? List.of() : List.copyOf(loras);
        then = then == null ? List.of() : List.copyOf(then);
    }
}

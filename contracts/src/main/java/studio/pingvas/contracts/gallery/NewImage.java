package studio.pingvas.contracts.gallery;

import java.util.UUID;

/**
 * A picture to add. Sizes are in pixels and bytes, keys are object keys.
 *
 * @param id chosen by the server when the job was accepted
 * @param position of the picture in its job, from 0
 * @param sha256 of the original, lower-case hex
 * @param recipe JSON document, everything needed to make it again
 */
public record NewImage(
        UUID id,
        UUID userId,
        UUID jobId,
        int position,
        int width,
        int height,
        String prompt,
        String negativePrompt,
        String model,
        long seed,
        int steps,
        double cfgScale,
        String scheduler,
        String originalKey,
        String thumbnailKey,
        String metadataKey,
        long bytes,
        long thumbnailBytes,
        String sha256,
        String recipe) {}

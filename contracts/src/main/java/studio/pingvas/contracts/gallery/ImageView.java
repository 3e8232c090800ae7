package studio.pingvas.contracts.gallery;

import java.time.Instant;
import java.util.UUID;

/**
 * A picture as its owner sees it.
 *
 * @param bytes size of the original
 * @param recipe JSON document, everything needed to make it again
 */
public record ImageView(
        UUID id,
        UUID jobId,
        int width,
        int height,
        String prompt,
        String negativePrompt,
        String model,
        long seed,
        int steps,
        double cfgScale,
        String scheduler,
        boolean starred,
        long bytes,
        Instant createdAt,
        String recipe) {}

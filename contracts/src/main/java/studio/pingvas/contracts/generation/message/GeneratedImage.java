package studio.pingvas.contracts.generation.message;

import java.util.UUID;

/**
 * One picture that lies in the object store.
 *
 * @param imageId the id the server chose
 * @param seed it was made with
 * @param width in pixels
 * @param height in pixels
 * @param originalKey object key of the PNG
 * @param thumbnailKey object key of the WebP thumbnail
 * @param metadataKey object key of the recipe as JSON
 * @param bytes size of the PNG
 * @param thumbnailBytes size of the thumbnail
 * @param sha256 of the PNG, lower-case hex
 * @param recipe the whole recipe as a JSON document: everything needed to make the picture again
 */
public record GeneratedImage(
        UUID imageId,
        long seed,
        int width,
        int height,
        String originalKey,
        String thumbnailKey,
        String metadataKey,
        long bytes,
        long thumbnailBytes,
        String sha256,
        String recipe) {}

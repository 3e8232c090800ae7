package studio.pingvas.contracts.gallery;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * The pictures of users. Whatever belongs to somebody else is not found ({@link
 * studio.pingvas.contracts.NotFoundException}).
 */
@Local
public interface ImageCatalog {
    /** Adds the pictures of a finished job; idempotent by image id. */
    void record(List<NewImage> images);

    ImageView get(UUID userId, UUID imageId);

    /** Newest first, by cursor. */
    ImagePage list(UUID userId, ImageFilter filter, String cursor, int limit);

    /** Newest first, by page number from 1; page times perPage is at most 10,000. */
    ImagePage page(UUID userId, ImageFilter filter, int page, int perPage);

    /** The pictures of one job, in the order they were made. */
    List<ImageView> ofJob(UUID userId, UUID jobId);

    /** Where the bytes lie, for the owner alone. */
    StoredImage stored(UUID userId, UUID imageId, Rendition rendition);

    /** Removes the picture from the gallery and its objects from the store. */
    void delete(UUID userId, UUID imageId);
}

package studio.pingvas.contracts.generation;

import java.util.UUID;

/** Where a picture of a job is; whoever tells of a job says it alike. */
public record ImageLink(UUID imageId, String imageUrl, String thumbnailUrl) {
    public static ImageLink of(UUID imageId) {
        String base = "/api/v1/images/" + imageId;
        return new ImageLink(imageId, base + "/file", base + "/thumbnail");
    }
}

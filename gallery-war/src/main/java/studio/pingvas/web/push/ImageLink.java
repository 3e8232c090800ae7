package studio.pingvas.web.push;

import java.util.UUID;

/** Where a picture of a job is; frames and job documents say it alike. */
public record ImageLink(UUID imageId, String imageUrl, String thumbnailUrl) {
    public static ImageLink of(UUID imageId) {
        String base = "/api/v1/images/" + imageId;
        return new ImageLink(imageId, base + "/file", base + "/thumbnail");
    }
}

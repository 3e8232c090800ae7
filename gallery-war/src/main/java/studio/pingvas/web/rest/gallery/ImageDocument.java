package studio.pingvas.web.rest.gallery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.platform.json.Json;
import studio.pingvas.web.rest.RestApplication;

/** A picture as a list of the API shows it. */
public record ImageDocument(
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
        String imageUrl,
        String thumbnailUrl) {
    static ImageDocument of(ImageView image) {
        String url = RestApplication.PATH + "/images/" + image.id();
        return new ImageDocument(
                image.id(),
                image.jobId(),
                image.width(),
                image.height(),
                image.prompt(),
                image.negativePrompt(),
                image.model(),
                image.seed(),
                image.steps(),
                image.cfgScale(),
                image.scheduler(),
                image.starred(),
                image.bytes(),
                image.createdAt(),
                url + "/file",
                url + "/thumbnail");
    }

    /**
     * A picture alone.
     *
     * @param metadata its whole recipe
     */
    public record Detail(@JsonUnwrapped ImageDocument image, JsonNode metadata) {
        static Detail of(ImageView image) {
            return new Detail(ImageDocument.of(image), Json.read(image.recipe(), JsonNode.class));
        }
    }
}

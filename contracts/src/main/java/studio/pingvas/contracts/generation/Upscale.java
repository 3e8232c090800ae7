package studio.pingvas.contracts.generation;

import java.util.UUID;
import studio.pingvas.contracts.generation.message.GenerateImage;

/**
 * A picture enlarged.
 *
 * @param imageId as in {@link ImageToImage}
 * @param scale 2 or 4; null means 2
 * @param model id of an upscaler; null for plain enlargement
 */
public record Upscale(UUID imageId, Integer scale, String model, String webhookUrl)
        implements GenerationRequest {
    /** Without a webhook. */
    public Upscale(UUID imageId, Integer scale, String model) {
        this(imageId, scale, model, null);
    }

    @Override
    public String kind() {
        return GenerateImage.UPSCALE;
    }
}

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
public record Upscale(UUID imageId, Integer scale, String model) implements GenerationRequest {
    @Override
    public String kind() {
        return GenerateImage.UPSCALE;
    }
}

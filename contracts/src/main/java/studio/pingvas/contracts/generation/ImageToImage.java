package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.LoraUse;

/**
 * A picture painted over; see {@link Painting}. Without a size it keeps its form as far as the
 * model can.
 *
 * @param imageId of the user's gallery; null if the picture comes with the request, or from the
 *     step before in a workflow
 * @param strength how much of the picture is given up, above 0 to 1; null means 0.6
 */
public record ImageToImage(
        String prompt,
        String negativePrompt,
        String model,
        Integer width,
        Integer height,
        Integer steps,
        Double cfgScale,
        String scheduler,
        Long seed,
        Integer count,
        List<LoraUse> loras,
        UUID imageId,
        Double strength,
        String webhookUrl)
        implements Painting {
    /** Without a webhook. */
    public ImageToImage(
            String prompt,
            String negativePrompt,
            String model,
            Integer width,
            Integer height,
            Integer steps,
            Double cfgScale,
            String scheduler,
            Long seed,
            Integer count,
            List<LoraUse> loras,
            UUID imageId,
            Double strength) {
        this(
                prompt,
                negativePrompt,
                model,
                width,
                height,
                steps,
                cfgScale,
                scheduler,
                seed,
                count,
                loras,
                imageId,
                strength,
                null);
    }

    @Override
    public String kind() {
        return GenerateImage.IMAGE_TO_IMAGE;
    }
}

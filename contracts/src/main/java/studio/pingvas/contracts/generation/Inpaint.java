package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.LoraUse;

/**
 * A part of a picture painted anew; see {@link Painting} and {@link ImageToImage}.
 *
 * @param maskId of the user's gallery, as large as the picture and white where it is painted anew;
 *     null if the mask comes with the request
 */
public record Inpaint(
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
        UUID maskId,
        Double strength,
        String webhookUrl)
        implements Painting {
    /** Without a webhook. */
    public Inpaint(
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
            UUID maskId,
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
                maskId,
                strength,
                null);
    }

    @Override
    public String kind() {
        return GenerateImage.INPAINT;
    }
}

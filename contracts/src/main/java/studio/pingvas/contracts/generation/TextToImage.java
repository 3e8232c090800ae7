package studio.pingvas.contracts.generation;

import java.util.List;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.LoraUse;

/** A picture from words alone; see {@link Painting}. */
public record TextToImage(
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
        String webhookUrl)
        implements Painting {
    /** Without a webhook. */
    public TextToImage(
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
            List<LoraUse> loras) {
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
                null);
    }

    @Override
    public String kind() {
        return GenerateImage.TEXT_TO_IMAGE;
    }
}

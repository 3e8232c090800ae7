package studio.pingvas.web.rest.generation;

import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.TextToImage;

/** Any request for pictures, with the kind that its route would otherwise tell. */
public record EstimateRequest(
        String kind,
        String prompt,
        String negativePrompt,
        String model,
        Integer width,
        Integer height,
        Integer steps,
        Double cfgScale,
        String scheduler,
        Long seed,
        Integer count) {
    private static final String TEXT_TO_IMAGE = "text-to-image";

    TextToImage toTextToImage() {
        if (kind != null && !kind.equals(TEXT_TO_IMAGE)) {
            throw new InvalidRequestException("/kind", "Must be " + TEXT_TO_IMAGE + ".");
        }
        return new TextToImage(
                prompt,
                negativePrompt,
                model,
                width,
                height,
                steps,
                cfgScale,
                scheduler,
                seed,
                count);
    }
}

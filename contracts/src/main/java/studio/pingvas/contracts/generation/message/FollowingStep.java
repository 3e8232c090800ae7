package studio.pingvas.contracts.generation.message;

import java.util.List;

/**
 * One more thing to do with the pictures that the step before has made: a workflow is a {@link
 * GenerateImage} with such steps behind it. Seeds are those of the request.
 *
 * @param kind {@link GenerateImage#IMAGE_TO_IMAGE} or {@link GenerateImage#UPSCALE}
 * @param model id of the model, or of an upscaler; null for plain enlargement
 * @param prompt as in {@link GenerateImage}
 * @param negativePrompt may be empty
 * @param width of the picture in pixels after this step
 * @param height of the picture in pixels after this step
 * @param steps denoising steps; 0 for an upscale
 * @param cfgScale classifier-free guidance scale
 * @param scheduler name of the scheduler; null for an upscale
 * @param strength how much of the picture is given up, above 0 to 1; null for an upscale
 * @param scale 2 or 4; null unless it is an upscale
 * @param loras merged into the model for this step; null for none
 */
public record FollowingStep(
        String kind,
        String model,
        String prompt,
        String negativePrompt,
        int width,
        int height,
        int steps,
        double cfgScale,
        String scheduler,
        Double strength,
        Integer scale,
        List<LoraUse> loras) {
    public FollowingStep {
        loras = loras == null ? List.of() : List.copyOf(loras);
    }
}

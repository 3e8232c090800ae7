package studio.pingvas.contracts.generation.message;

import java.util.List;

/**
 * One more thing to do: a workflow is a {@link GenerateImage} with such steps behind it. Unless it
 * says otherwise, it takes the pictures of the step before. Steps are counted from 0, which is the
 * request's own.
 *
 * @param kind as in {@link GenerateImage}
 * @param model id of the model, or of an upscaler; null for plain enlargement
 * @param prompt as in {@link GenerateImage}
 * @param negativePrompt may be empty
 * @param width of the picture in pixels after this step
 * @param height of the picture in pixels after this step
 * @param steps denoising steps; 0 for an upscale
 * @param cfgScale classifier-free guidance scale
 * @param scheduler name of the scheduler; null for an upscale
 * @param strength how much of the picture is given up, above 0 to 1; null where it begins with none
 * @param scale 2 or 4; null unless it is an upscale
 * @param loras merged into the model for this step; null for none
 * @param imageStep the step before whose pictures it takes; null means the one before, unless there
 *     is a key
 * @param imageKey object key of the picture it takes; null for none
 * @param maskStep the step before whose pictures are the masks; null for none
 * @param maskKey object key of the mask; null for none
 * @param seed of its first picture; null means that of the request
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
        List<LoraUse> loras,
        Integer imageStep,
        String imageKey,
        Integer maskStep,
        String maskKey,
        Long seed) {
    public FollowingStep {
        loras = loras == null ? List.of() : List.copyOf(loras);
    }

    /** With the pictures of the step before. */
    public FollowingStep(
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
        this(
                kind,
                model,
                prompt,
                negativePrompt,
                width,
                height,
                steps,
                cfgScale,
                scheduler,
                strength,
                scale,
                loras,
                null,
                null,
                null,
                null,
                null);
    }
}

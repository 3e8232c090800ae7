package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.LoraUse;

/**
 * One step of a workflow: a {@link TextToImage}, {@link ImageToImage}, {@link Inpaint} or {@link
 * Upscale} with the fields of that request, and where its pictures come from. A painting that names
 * no prompt or model takes those of the painting whose picture it goes on with.
 *
 * @param name by which others take its pictures: a letter, then letters, digits and underscores, 32
 *     at most; null if nobody needs it
 * @param kind {@code text-to-image}, {@code image-to-image}, {@code inpaint} or {@code upscale}
 * @param image name of the step or of the input whose picture it takes; null means that {@code
 *     imageId} says it, or else that it is the step before or, for the first, the uploaded picture
 * @param mask of an inpaint: name of a step or of an input
 * @param seed of its first picture; null means that of the first painting
 * @param count of pictures, the same for all steps that say it
 */
public record WorkflowStep(
        String name,
        String kind,
        String image,
        String mask,
        UUID imageId,
        UUID maskId,
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
        Double strength,
        Integer scale) {}

package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.LoraUse;

/**
 * One thing that a job does, every value chosen: nothing is left to a default or to chance.
 *
 * @param kind {@code text-to-image}, {@code image-to-image}, {@code inpaint} or {@code upscale}
 * @param model null for plain enlargement
 * @param prompt empty for an upscale
 * @param negativePrompt may be empty
 * @param width of the picture after it
 * @param height of the picture after it
 * @param steps of a whole run of the denoiser; 0 for an upscale
 * @param cfgScale guidance; 0 for an upscale
 * @param scheduler null for an upscale
 * @param imageId null unless it begins with a picture of the gallery
 * @param maskId null unless its mask is a picture of the gallery
 * @param strength null unless it paints over a picture
 * @param scale null unless it is an upscale
 * @param loras in the order of their merging; may be empty
 * @param name of the step of a workflow; null if it has none
 * @param imageStage number of the stage, from 0, whose pictures it takes; null if it takes none. Of
 *     jobs of the release before it is always null, and every stage takes those of the one before.
 * @param maskStage number of the stage whose pictures are its mask; null if none
 * @param seed of its first picture; null if it is that of the job
 */
public record JobStage(
        String kind,
        String model,
        String prompt,
        String negativePrompt,
        int width,
        int height,
        int steps,
        double cfgScale,
        String scheduler,
        UUID imageId,
        UUID maskId,
        Double strength,
        Integer scale,
        List<LoraUse> loras,
        String name,
        Integer imageStage,
        Integer maskStage,
        Long seed) {
    public JobStage {
        loras = loras == null ? List.of() : List.copyOf(loras);
    }

    /** A stage on its own. */
    public JobStage(
            String kind,
            String model,
            String prompt,
            String negativePrompt,
            int width,
            int height,
            int steps,
            double cfgScale,
            String scheduler,
            UUID imageId,
            UUID maskId,
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
                imageId,
                maskId,
                strength,
                scale,
                loras,
                null,
                null,
                null,
                null);
    }

    /**
     * @param model null for plain enlargement
     */
    public static JobStage upscale(String model, int width, int height, int scale) {
        return new JobStage(
                GenerateImage.UPSCALE,
                model,
                "",
                "",
                width,
                height,
                0,
                0,
                null,
                null,
                null,
                null,
                scale,
                null);
    }

    /** What the words of the pictures come from: the first painting, or what else is done. */
    public static JobStage paintingOf(List<JobStage> stages) {
        return stages.stream().filter(JobStage::paints).findFirst().orElse(stages.get(0));
    }

    /** The same with pictures of the gallery to begin with. */
    public JobStage beginningWith(UUID image, UUID mask) {
        return copy(image, mask, name, imageStage, maskStage, seed);
    }

    /** The same as a part of a workflow; each may be null. */
    public JobStage linked(String stepName, Integer image, Integer mask, Long ownSeed) {
        return copy(imageId, maskId, stepName, image, mask, ownSeed);
    }

    private JobStage copy(
            UUID newImageId,
            UUID newMaskId,
            String newName,
            Integer newImageStage,
            Integer newMaskStage,
            Long newSeed) {
        return new JobStage(
                kind,
                model,
                prompt,
                negativePrompt,
                width,
                height,
                steps,
                cfgScale,
                scheduler,
                newImageId,
                newMaskId,
                strength,
                scale,
                loras,
                newName,
                newImageStage,
                newMaskStage,
                newSeed);
    }

    public boolean paints() {
        return !kind.equals(GenerateImage.UPSCALE);
    }

    /** Steps of the denoiser that are really run for each picture. */
    public int denoisingSteps() {
        return strength == null ? steps : DenoisingSteps.of(steps, strength);
    }

    public double megapixels() {
        return (double) width * height / 1_000_000;
    }
}

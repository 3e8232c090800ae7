package studio.pingvas.worker.recipe;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One of the things that were done for a picture.
 *
 * @param kind for example {@code text-to-image}
 * @param prompt empty for an upscale
 * @param negativePrompt may be empty
 * @param model that did it; null for plain enlargement
 * @param steps of a whole run, from pure noise; 0 for an upscale
 * @param cfgScale guidance
 * @param scheduler null for an upscale
 * @param strength how much of the picture before was given up; null if there was none
 * @param loras in the order they were merged
 * @param width of the picture after this step
 * @param height of the picture after this step
 * @param denoisedWidth width that the networks worked at
 * @param denoisedHeight height that the networks worked at
 * @param upscale how the rest was enlarged, for example {@code lanczos x4}; null if it was not
 * @param link where its pictures came from; null if from the step before, and with the same seed
 */
public record RecipeStep(
        String kind,
        String prompt,
        String negativePrompt,
        Model model,
        int steps,
        double cfgScale,
        String scheduler,
        Double strength,
        List<Lora> loras,
        int width,
        int height,
        int denoisedWidth,
        int denoisedHeight,
        String upscale,
        Link link) {
    public RecipeStep {
        loras = List.copyOf(loras);
    }

    /** With nothing to say about its pictures. */
    public RecipeStep(
            String kind,
            String prompt,
            String negativePrompt,
            Model model,
            int steps,
            double cfgScale,
            String scheduler,
            Double strength,
            List<Lora> loras,
            int width,
            int height,
            int denoisedWidth,
            int denoisedHeight,
            String upscale) {
        this(
                kind,
                prompt,
                negativePrompt,
                model,
                steps,
                cfgScale,
                scheduler,
                strength,
                loras,
                width,
                height,
                denoisedWidth,
                denoisedHeight,
                upscale,
                null);
    }

    /** The same, and where its pictures came from. */
    public RecipeStep linked(Link to) {
        return new RecipeStep(
                kind,
                prompt,
                negativePrompt,
                model,
                steps,
                cfgScale,
                scheduler,
                strength,
                loras,
                width,
                height,
                denoisedWidth,
                denoisedHeight,
                upscale,
                to.equals(Link.NONE) ? null : to);
    }

    /**
     * Steps are counted from 0.
     *
     * @param imageStep whose picture it took; null for the one before, or none
     * @param input sha256 of the file that it took instead; null for none
     * @param maskStep whose picture was its mask; null for none
     * @param mask sha256 of the file that was its mask; null for none
     * @param seed of this step; null if it is that of the recipe
     */
    public record Link(Integer imageStep, String input, Integer maskStep, String mask, Long seed) {
        static final Link NONE = new Link(null, null, null, null, null);
    }

    /**
     * @param digest sha256 of its manifest
     * @param files sha256 of each file by name
     */
    public record Model(String id, String digest, SortedMap<String, String> files) {
        public Model {
            // Sorted: other maps have another order in every process.
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }
    }

    public record Lora(String id, double weight) {}
}

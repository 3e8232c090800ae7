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
        String upscale) {
    public RecipeStep {
        loras = List.copyOf(loras);
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

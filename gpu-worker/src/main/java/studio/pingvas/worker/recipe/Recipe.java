package studio.pingvas.worker.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.pingvas.platform.json.Json;

/**
 * How one picture was made. It names no job and no time: the same recipe gives the same file.
 *
 * @param generator product and version
 * @param kind of the request, for example {@code text-to-image}
 * @param seed of this picture
 * @param width of the finished picture
 * @param denoisedWidth width that the networks worked at
 * @param upscale how the rest was enlarged, for example {@code lanczos x4}; null if it was not
 * @param kernels the kernel set that did the arithmetic outside the networks
 * @param device {@code cpu} or {@code cuda}
 * @param threads that summed up, on a CPU
 */
public record Recipe(
        int version,
        String generator,
        String kind,
        String prompt,
        String negativePrompt,
        Model model,
        long seed,
        int steps,
        double cfgScale,
        String scheduler,
        int width,
        int height,
        int denoisedWidth,
        int denoisedHeight,
        String upscale,
        String kernels,
        String device,
        int threads) {
    public static final int VERSION = 1;

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

    public String toJson() {
        return Json.write(this);
    }

    /** PNG texts by keyword: one for the tools people use, one that is complete. */
    public Map<String, String> toPngTexts(String samplerLabel) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("parameters", new ParametersText(this, samplerLabel).toString());
        texts.put("pingvas", toJson());
        return texts;
    }
}

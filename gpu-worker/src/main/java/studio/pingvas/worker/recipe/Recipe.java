package studio.pingvas.worker.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.platform.json.Json;

/**
 * How one picture was made. It names no job and no time: the same recipe gives the same file. What
 * was done first stands at the top, where other tools look for it.
 *
 * @param generator product and version
 * @param kind of what was done first, for example {@code text-to-image}
 * @param seed of this picture
 * @param width of the finished picture
 * @param height of the finished picture
 * @param denoisedWidth width that the networks worked at first
 * @param upscale how the rest was enlarged, for example {@code lanczos x4}; null if it was not
 * @param kernels the kernel set that did the arithmetic outside the networks
 * @param device {@code cpu} or {@code cuda}
 * @param threads that summed up, on a CPU
 * @param strength how much of the picture to begin with was given up; null without one
 * @param input sha256 of the file to begin with; null without
 * @param mask sha256 of the mask's file; null without
 * @param then what was done after that
 */
public record Recipe(
        int version,
        String generator,
        String kind,
        String prompt,
        String negativePrompt,
        RecipeStep.Model model,
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
        int threads,
        Double strength,
        List<RecipeStep.Lora> loras,
        String input,
        String mask,
        List<RecipeStep> then) {
    public static final int VERSION = 1;

    public Recipe {
        loras = loras == null ? List.of() : List.copyOf(loras);
        then = then == null ? List.of() : List.copyOf(then);
    }

    /**
     * @param done at least one step, in order
     */
    public static Recipe of(Workshop workshop, long seed, Inputs inputs, List<RecipeStep> done) {
        RecipeStep first = done.get(0);
        RecipeStep last = done.get(done.size() - 1);
        return new Recipe(
                VERSION,
                workshop.generator(),
                first.kind(),
                first.prompt(),
                first.negativePrompt(),
                first.model(),
                seed,
                first.steps(),
                first.cfgScale(),
                first.scheduler(),
                last.width(),
                last.height(),
                first.denoisedWidth(),
                first.denoisedHeight(),
                first.upscale(),
                workshop.kernels(),
                workshop.device(),
                workshop.threads(),
                first.strength(),
                first.loras(),
                inputs.picture(),
                inputs.mask(),
                done.subList(1, done.size()));
    }

    /**
     * Where it was made.
     *
     * @param generator product and version
     */
    public record Workshop(String generator, String kernels, String device, int threads) {}

    /**
     * What it began with.
     *
     * @param picture sha256 of the file; null without
     * @param mask sha256 of the file; null without
     */
    public record Inputs(String picture, String mask) {
        public static final Inputs NONE = new Inputs(null, null);
    }

    public String toJson() {
        return Json.write(this);
    }

    /** PNG texts by keyword: one for the tools people use, one that is complete. */
    public Map<String, String> toPngTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("parameters", new ParametersText(this).toString());
        texts.put("pingvas", toJson());
        return texts;
    }
}

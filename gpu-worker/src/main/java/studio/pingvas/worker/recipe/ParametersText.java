package studio.pingvas.worker.recipe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import studio.pingvas.worker.scheduler.SchedulerKind;

/**
 * A recipe in the form that A1111's web UI writes and most tools read: prompt, negative prompt, one
 * line of settings. It has room for what was done first, and for an enlargement after it.
 */
record ParametersText(Recipe recipe) {
    private static final int HASH_LENGTH = 10;

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        if (!recipe.prompt().isEmpty()) {
            lines.add(recipe.prompt());
        }
        if (!recipe.negativePrompt().isEmpty()) {
            lines.add("Negative prompt: " + recipe.negativePrompt());
        }
        lines.add(String.join(", ", settings()));
        return String.join("\n", lines);
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>();
        if (recipe.scheduler() != null) {
            settings.add("Steps: " + recipe.steps());
            settings.add("Sampler: " + sampler());
            settings.add("CFG scale: " + plain(recipe.cfgScale()));
            settings.add("Seed: " + recipe.seed());
        }
        settings.add("Size: " + recipe.width() + "x" + recipe.height());
        if (recipe.model() != null) {
            settings.add("Model hash: " + recipe.model().digest().substring(0, HASH_LENGTH));
            settings.add("Model: " + recipe.model().id());
        }
        if (recipe.strength() != null) {
            settings.add("Denoising strength: " + plain(recipe.strength()));
        }
        settings.add("Version: " + recipe.generator());
        return settings;
    }

    private String sampler() {
        return SchedulerKind.of(recipe.scheduler())
                .map(SchedulerKind::label)
                .orElse(recipe.scheduler());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}

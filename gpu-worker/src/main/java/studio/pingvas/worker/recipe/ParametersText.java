package studio.pingvas.worker.recipe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A recipe in the form that A1111's web UI writes and most tools read: prompt, negative prompt, one
 * line of settings.
 */
record ParametersText(Recipe recipe, String samplerLabel) {
    private static final int HASH_LENGTH = 10;

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(recipe.prompt());
        if (!recipe.negativePrompt().isEmpty()) {
            lines.add("Negative prompt: " + recipe.negativePrompt());
        }
        lines.add(String.join(", ", settings()));
        return String.join("\n", lines);
    }

    private List<String> settings() {
        return List.of(
                "Steps: " + recipe.steps(),
                "Sampler: " + samplerLabel,
                "CFG scale: " + plain(recipe.cfgScale()),
                "Seed: " + recipe.seed(),
                "Size: " + recipe.width() + "x" + recipe.height(),
                "Model hash: " + recipe.model().digest().substring(0, HASH_LENGTH),
                "Model: " + recipe.model().id(),
                "Version: " + recipe.generator());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}

package studio.pingvas.contracts.generation.library;

import java.util.List;

/**
 * What a template is made of. Null means none, unless a field says otherwise.
 *
 * @param name 1 to 100 characters
 * @param description up to 500 characters
 * @param category one of {@link Templates#CATEGORIES}
 * @param prompt 1 to 2,000 characters with the names of fields between braces
 * @param negativePrompt what the picture should not show; may have fields, too
 * @param style words that follow the prompt, up to 500 characters
 * @param fields each of which the prompt or the negative prompt uses; at most 12
 * @param size key of a {@link SizePreset}
 * @param steps 1 to 200; null leaves them to the model
 * @param cfgScale 0 to 30; null leaves it to the model
 * @param model id of the model it was made for
 * @param suitedTo bases of models that can paint such a thing; empty for all
 */
public record TemplateContent(
        String name,
        String description,
        String category,
        String prompt,
        String negativePrompt,
        String style,
        List<TemplateField> fields,
        String size,
        Integer steps,
        Double cfgScale,
        String model,
        List<String> suitedTo) {
    public TemplateContent {
        fields = Lists.copyWithNulls(fields);
        suitedTo = Lists.copyWithNulls(suitedTo);
    }

    /** Whether models of that base are known to paint such a thing. */
    public boolean suits(String base) {
        return suitedTo.isEmpty() || suitedTo.contains(base);
    }
}

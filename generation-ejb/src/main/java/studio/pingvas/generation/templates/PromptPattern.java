package studio.pingvas.generation.templates;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.generation.library.PromptText;

/**
 * A prompt with the names of fields between braces.
 *
 * @param text as its author wrote it
 */
record PromptPattern(String text) {
    /** In the order of their first use. */
    Set<String> fields() {
        return TemplateField.IN_PROMPT
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A brace that belongs to no field would be a slip of the author. */
    boolean hasStrayBrace() {
        String rest = TemplateField.IN_PROMPT.matcher(text).replaceAll("");
        return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
    }

    /**
     * Puts all values in at once: what a value says is never looked at again. The commas around a
     * field that was left empty go with it.
     */
    String filledWith(Map<String, String> values) {
        String filled =
                TemplateField.IN_PROMPT
                        .matcher(text)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                values.getOrDefault(found.group(1), "")));
        return PromptText.tidy(filled);
    }
}

package studio.pingvas.contracts.generation.library;

import java.util.List;
import studio.pingvas.contracts.generation.PromptPattern;

/**
 * What the user of a template fills in.
 *
 * @param name as it stands between braces in the prompt
 * @param label for people
 * @param kind {@code text} or {@code choice}
 * @param required whether something must stand there; else it may be left empty
 * @param defaultValue taken where the field is not mentioned at all; null for none
 * @param example of a value, for people; null for none
 * @param maxLength of a text in characters, 1 to 500; null means 200
 * @param choices of a choice, at least one
 */
public record TemplateField(
        String name,
        String label,
        String kind,
        boolean required,
        String defaultValue,
        String example,
        Integer maxLength,
        List<Choice> choices) {
    public static final String TEXT = "text";
    public static final String CHOICE = "choice";
    public static final int DEFAULT_MAX_LENGTH = 200;

    public TemplateField {
        choices = Lists.copyWithNulls(choices);
    }

    /** How a prompt names it. */
    public String inPrompt() {
        return PromptPattern.place(name);
    }

    /**
     * @param value what the prompt gets
     * @param label for people; null means the value
     */
    public record Choice(String value, String label) {}
}

package studio.pingvas.web.faces.generation.library;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.TemplateField.Choice;

/** One field of a template as its author edits it: the choices are lines of text. */
public class FieldForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Between a choice and its label. */
    private static final String LABEL = "|";

    private final String name;
    private String label;
    private String choices;
    private String example;
    private String defaultValue;
    private boolean required;
    private final Integer maxLength;

    /** A field that the author has just named in the prompt. */
    FieldForm(String name) {
        this.name = name;
        this.label =
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
        this.required = true;
        this.maxLength = null;
    }

    FieldForm(TemplateField field) {
        this.name = field.name();
        this.label = field.label();
        this.choices =
                field.choices().stream().map(FieldForm::lineOf).collect(Collectors.joining("\n"));
        this.example = field.example();
        this.defaultValue = field.defaultValue();
        this.required = field.required();
        this.maxLength = field.maxLength();
    }

    private static String lineOf(Choice choice) {
        return choice.label() == null
                ? choice.value()
                : choice.value() + " " + LABEL + " " + choice.label();
    }

    TemplateField toField() {
        List<Choice> lines = lines();
        return new TemplateField(
                name,
                label,
                lines.isEmpty() ? TemplateField.TEXT : TemplateField.CHOICE,
                required,
                orNull(defaultValue),
                orNull(example),
                lines.isEmpty() ? maxLength : null,
                lines);
    }

    private List<Choice> lines() {
        return choices == null
                ? List.of()
                : choices.lines().filter(line -> !line.isBlank()).map(FieldForm::choiceOf).toList();
    }

    private static Choice choiceOf(String line) {
        int bar = line.indexOf(LABEL);
        return bar < 0
                ? new Choice(line.strip(), null)
                : new Choice(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
    }

    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices;
    }

    public String getExample() {
        return example;
    }

    public void setExample(String example) {
        this.example = example;
    }

    public String getDefaultValue() {
        return defaultValue;
    }

    public void setDefaultValue(String defaultValue) {
        this.defaultValue = defaultValue;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }
}

package studio.pingvas.generation.templates;

import java.util.HashSet;
import java.util.Set;
import studio.pingvas.contracts.generation.PromptPattern;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.TemplateField.Choice;
import studio.pingvas.generation.jobs.control.Violations;
import studio.pingvas.generation.library.LibraryTexts;

/** What a field must be like, and what may be filled into it. */
final class FieldRules {
    static final int MAX_VALUE = 500;
    private static final int MAX_LABEL = 100;
    private static final int MAX_CHOICES = 30;
    private static final int MAX_CHOICE = 200;

    private final TemplateField field;
    private final String pointer;
    private final Violations violations;
    private final LibraryTexts texts;

    /**
     * @param pointer to the field, or to its value
     */
    FieldRules(TemplateField field, String pointer, Violations violations) {
        this.field = field;
        this.pointer = pointer;
        this.violations = violations;
        this.texts = new LibraryTexts(violations);
    }

    void check() {
        if (!PromptPattern.isName(field.name())) {
            violations.add(
                    pointer + "/name", "A small letter, then up to 31 of a-z, 0-9, underscore.");
        }
        texts.requireLine(pointer + "/label", field.label(), MAX_LABEL);
        violations.checkRange(pointer + "/max_length", field.maxLength(), 1, MAX_VALUE);
        texts.checkLine(pointer + "/example", field.example(), MAX_VALUE);
        if (TemplateField.TEXT.equals(field.kind())) {
            if (!field.choices().isEmpty()) {
                violations.add(pointer + "/choices", "A text has no choices.");
            }
        } else if (TemplateField.CHOICE.equals(field.kind())) {
            checkChoices();
        } else {
            violations.add(pointer + "/kind", "One of {0}.", "text, choice");
        }
        if (field.defaultValue() != null) {
            new FieldRules(field, pointer + "/default_value", violations)
                    .checkValue(field.defaultValue());
        }
    }

    private void checkChoices() {
        if (field.choices().isEmpty() || field.choices().size() > MAX_CHOICES) {
            violations.add(pointer + "/choices", "From {0} to {1}.", 1, MAX_CHOICES);
            return;
        }
        Set<String> values = new HashSet<>();
        for (int i = 0; i < field.choices().size(); i++) {
            String place = pointer + "/choices/" + i;
            Choice choice = field.choices().get(i);
            if (choice == null) {
                violations.add(place, "An object with value and label is expected here.");
                continue;
            }
            texts.requireLine(place + "/value", choice.value(), MAX_CHOICE);
            texts.checkLine(place + "/label", choice.label(), MAX_LABEL);
            if (!values.add(choice.value())) {
                violations.add(place + "/value", "Another choice has this value.");
            }
        }
    }

    /** Of whoever fills the field in; empty means that nothing is said. */
    void checkValue(String value) {
        if (value.isBlank()) {
            return;
        }
        if (TemplateField.CHOICE.equals(field.kind())) {
            if (field.choices().stream()
                    .noneMatch(choice -> choice != null && value.equals(choice.value()))) {
                violations.add(pointer, "This is none of the choices.");
            }
            return;
        }
        texts.checkLine(pointer, value, mostOf(field));
    }

    private static int mostOf(TemplateField field) {
        return field.maxLength() == null ? TemplateField.DEFAULT_MAX_LENGTH : field.maxLength();
    }
}

package studio.pingvas.generation.templates;

import java.util.HashMap;
import java.util.Map;
import studio.pingvas.contracts.generation.PromptPattern;
import studio.pingvas.contracts.generation.library.PromptWords;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.generation.jobs.control.Violations;
import studio.pingvas.generation.library.PromptText;

/** Puts what somebody says into the prompts of a template. */
record Filling(TemplateContent template, Map<String, String> said) {
    private static final String FIELDS = "/fields/";

    /**
     * @throws studio.pingvas.contracts.InvalidRequestException naming each field that is missing,
     *     unknown or not acceptable
     */
    PromptWords words() {
        Violations violations = new Violations("");
        Map<String, String> values = values(violations);
        violations.throwIfAny();
        PromptWords words = new PromptWords(prompt(values), negativePrompt(values));
        if (words.prompt().isEmpty()) {
            violations.add("/fields", "Fill in at least one of them.");
        }
        violations.checkText("/prompt", words.prompt());
        violations.checkText("/negative_prompt", words.negativePrompt());
        violations.throwIfAny();
        return words;
    }

    private Map<String, String> values(Violations violations) {
        Map<String, String> unknown = new HashMap<>(said);
        Map<String, String> values = new HashMap<>();
        for (TemplateField field : template.fields()) {
            String value = orDefault(unknown.remove(field.name()), field);
            if (value.isBlank() && field.required()) {
                violations.add(FIELDS + field.name(), "Must not be empty.");
            }
            new FieldRules(field, FIELDS + field.name(), violations).checkValue(value);
            values.put(field.name(), value.strip());
        }
        unknown.keySet().stream()
                .sorted()
                .limit(TemplateRules.MAX_FIELDS)
                .forEach(name -> violations.add(FIELDS + escaped(name), "There is no such field."));
        return values;
    }

    /** Whoever says that there is nothing gets nothing. */
    private static String orDefault(String value, TemplateField field) {
        if (value != null) {
            return value;
        }
        return field.defaultValue() == null ? "" : field.defaultValue();
    }

    private String prompt(Map<String, String> values) {
        String prompt = filled(template.prompt(), values);
        return template.style() == null
                ? prompt
                : PromptText.tidy(prompt + ", " + template.style());
    }

    private String negativePrompt(Map<String, String> values) {
        return template.negativePrompt() == null ? null : filled(template.negativePrompt(), values);
    }

    /** The commas around a field that was left empty go with it. */
    private static String filled(String prompt, Map<String, String> values) {
        String filled = new PromptPattern(prompt).filledWith(name -> values.getOrDefault(name, ""));
        return PromptText.tidy(filled);
    }

    /** As RFC 6901 asks. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

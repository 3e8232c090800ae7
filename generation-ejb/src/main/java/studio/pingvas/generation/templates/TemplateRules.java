package studio.pingvas.generation.templates;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import studio.pingvas.contracts.generation.PromptPattern;
import studio.pingvas.contracts.generation.library.SizePreset;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.Templates;
import studio.pingvas.generation.jobs.control.Violations;
import studio.pingvas.generation.library.LibraryTexts;
import studio.pingvas.platform.json.Json;

/** What a template must be like; everything that is wrong is named at once. */
final class TemplateRules {
    private static final int MAX_DESCRIPTION = 500;
    private static final int MAX_STYLE = 500;
    static final int MAX_FIELDS = 12;

    /** Of the whole as JSON: others read it in lists. */
    private static final int MAX_LENGTH = 20_000;

    private static final int MAX_BASES = 20;

    private final TemplateContent content;
    private final Violations violations = new Violations("");
    private final LibraryTexts texts = new LibraryTexts(violations);

    private TemplateRules(TemplateContent content) {
        this.content = content;
    }

    /**
     * @throws studio.pingvas.contracts.InvalidRequestException if something is wrong
     */
    static void check(TemplateContent content) {
        new TemplateRules(content).checkAll();
    }

    private void checkAll() {
        texts.requireLine("/name", content.name(), LibraryTexts.MAX_NAME);
        violations.checkText("/description", content.description(), MAX_DESCRIPTION);
        if (content.category() == null || !Templates.CATEGORIES.contains(content.category())) {
            violations.add("/category", "One of {0}.", String.join(", ", Templates.CATEGORIES));
        }
        texts.require("/prompt", content.prompt(), Violations.MAX_PROMPT_LENGTH);
        violations.checkText("/negative_prompt", content.negativePrompt());
        violations.checkText("/style", content.style(), MAX_STYLE);
        checkRecommendations();
        if (content.fields().size() > MAX_FIELDS) {
            violations.add("/fields", "At most {0}.", MAX_FIELDS);
        } else {
            checkFields(content.fields());
        }
        if (Json.write(content).length() > MAX_LENGTH) {
            violations.add("", "At most {0} characters in all, as JSON.", MAX_LENGTH);
        }
        violations.throwIfAny();
    }

    private void checkRecommendations() {
        if (content.size() != null && SizePreset.of(content.size()).isEmpty()) {
            violations.add("/size", "There is no such size preset.");
        }
        violations.checkRange("/steps", content.steps(), 1, 200);
        violations.checkRange("/cfg_scale", content.cfgScale(), 0, 30);
        if (content.model() != null) {
            violations.checkId("/model", content.model());
        }
        if (content.suitedTo().size() > MAX_BASES) {
            violations.add("/suited_to", "At most {0}.", MAX_BASES);
            return;
        }
        for (int i = 0; i < content.suitedTo().size(); i++) {
            violations.checkId("/suited_to/" + i, content.suitedTo().get(i));
        }
    }

    private void checkFields(List<TemplateField> fields) {
        Set<String> used = usedFields();
        Set<String> declared = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String pointer = "/fields/" + i;
            TemplateField field = fields.get(i);
            if (field == null) {
                violations.add(pointer, "An object is expected here.");
                continue;
            }
            new FieldRules(field, pointer, violations).check();
            if (!declared.add(field.name())) {
                violations.add(pointer + "/name", "Another field has this name.");
            } else if (!used.contains(field.name())) {
                violations.add(pointer + "/name", "Neither prompt names {0}.", field.inPrompt());
            }
        }
        checkPattern("/prompt", content.prompt(), declared);
        checkPattern("/negative_prompt", content.negativePrompt(), declared);
    }

    private void checkPattern(String pointer, String prompt, Set<String> declared) {
        if (prompt == null) {
            return;
        }
        PromptPattern pattern = new PromptPattern(prompt);
        if (pattern.hasStrayBrace()) {
            violations.add(pointer, "Braces stand around names of fields alone: {product}.");
        }
        for (String name : pattern.names()) {
            if (!declared.contains(name)) {
                violations.add(pointer, "There is no field \"{0}\".", name);
            }
        }
    }

    private Set<String> usedFields() {
        Set<String> used = new LinkedHashSet<>();
        if (content.prompt() != null) {
            used.addAll(new PromptPattern(content.prompt()).names());
        }
        if (content.negativePrompt() != null) {
            used.addAll(new PromptPattern(content.negativePrompt()).names());
        }
        return used;
    }
}

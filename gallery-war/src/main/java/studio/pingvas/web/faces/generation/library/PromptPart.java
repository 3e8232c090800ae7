package studio.pingvas.web.faces.generation.library;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.PromptPattern;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;

/**
 * A piece of a template's prompt as a page shows it.
 *
 * @param text words, or the label of a field
 * @param field whether it is a field
 */
public record PromptPart(String text, boolean field) {
    static List<PromptPart> of(TemplateContent template) {
        Map<String, String> labels =
                template.fields().stream()
                        .collect(Collectors.toMap(TemplateField::name, TemplateField::label));
        return new PromptPattern(template.prompt())
                .parts().stream()
                        .map(
                                part ->
                                        part.isName()
                                                ? new PromptPart(
                                                        labels.getOrDefault(
                                                                part.text(), part.text()),
                                                        true)
                                                : new PromptPart(part.text(), false))
                        .toList();
    }
}

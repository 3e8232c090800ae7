package studio.pingvas.web.faces.generation.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
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
        List<PromptPart> parts = new ArrayList<>();
        Matcher found = TemplateField.IN_PROMPT.matcher(template.prompt());
        int end = 0;
        while (found.find()) {
            addWords(parts, template.prompt().substring(end, found.start()));
            parts.add(new PromptPart(labels.getOrDefault(found.group(1), found.group(1)), true));
            end = found.end();
        }
        addWords(parts, template.prompt().substring(end));
        return parts;
    }

    private static void addWords(List<PromptPart> parts, String words) {
        if (!words.isEmpty()) {
            parts.add(new PromptPart(words, false));
        }
    }
}

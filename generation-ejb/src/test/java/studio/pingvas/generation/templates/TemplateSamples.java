package studio.pingvas.generation.templates;

import java.util.List;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.TemplateField.Choice;

/** Templates that tests need. */
final class TemplateSamples {
    private TemplateSamples() {}

    static TemplateContent aTemplate(String name) {
        return aTemplate(name, "a photo of {product}, {background}", product(), background());
    }

    static TemplateContent aTemplate(String name, String prompt, TemplateField... fields) {
        return new TemplateContent(
                name,
                null,
                "product",
                prompt,
                null,
                null,
                List.of(fields),
                null,
                null,
                null,
                null,
                null);
    }

    static TemplateField product() {
        return new TemplateField("product", "Product", "text", true, null, null, 20, null);
    }

    static TemplateField background() {
        return new TemplateField(
                "background",
                "Background",
                "choice",
                false,
                "on white",
                null,
                null,
                List.of(new Choice("on white", "White"), new Choice("on wood", null)));
    }
}

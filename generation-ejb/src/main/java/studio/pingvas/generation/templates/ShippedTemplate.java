package studio.pingvas.generation.templates;

import java.util.List;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.generation.library.LocalText;
import studio.pingvas.generation.library.Shipped;
import studio.pingvas.generation.library.ShippedItems;

/**
 * A shipped template in all languages. Its prompts and examples are English in each of them, for
 * most models were trained on English words; see {@link TemplateContent} for the rest.
 *
 * @param key from which its id is made
 */
record ShippedTemplate(
        String key,
        LocalText name,
        LocalText description,
        String category,
        String prompt,
        String negativePrompt,
        String style,
        List<Field> fields,
        String size,
        Integer steps,
        Double cfgScale,
        List<String> suitedTo)
        implements ShippedItems.Item<TemplateView> {
    static final ShippedItems<TemplateView> ALL =
            ShippedItems.read(ShippedTemplate.class, ShippedTemplate[].class);

    /** A field whose labels are in all languages. */
    record Field(
            String name,
            LocalText label,
            String kind,
            boolean required,
            String defaultValue,
            String example,
            Integer maxLength,
            List<Choice> choices) {
        TemplateField in(String language) {
            return new TemplateField(
                    name,
                    label.in(language),
                    kind,
                    required,
                    defaultValue,
                    example,
                    maxLength,
                    choices == null
                            ? null
                            : choices.stream().map(choice -> choice.in(language)).toList());
        }
    }

    /** A value, which is English, and its names. */
    record Choice(String value, LocalText label) {
        TemplateField.Choice in(String language) {
            return new TemplateField.Choice(value, label.in(language));
        }
    }

    @Override
    public Shipped<TemplateView> in(String language, int number) {
        Listing listing = Shipped.listing("template " + key, number);
        TemplateContent content = contentIn(language);
        return Shipped.of(
                listing,
                category,
                content.name(),
                content.description(),
                new TemplateView(listing, content));
    }

    private TemplateContent contentIn(String language) {
        return new TemplateContent(
                name.in(language),
                description.in(language),
                category,
                prompt,
                negativePrompt,
                style,
                fields.stream().map(field -> field.in(language)).toList(),
                size,
                steps,
                cfgScale,
                null,
                suitedTo);
    }
}

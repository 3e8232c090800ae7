package studio.pingvas.generation.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.generation.library.LocalText;
import studio.pingvas.generation.library.Shipped;
import studio.pingvas.generation.library.ShippedFile;

/** The templates that came with the product. */
final class ShippedTemplates {
    private static final List<ShippedTemplate> ALL =
            ShippedFile.read(ShippedTemplate.class, "shipped.json", ShippedTemplate[].class);

    private ShippedTemplates() {}

    static List<Shipped<TemplateView>> in(String language) {
        List<Shipped<TemplateView>> shipped = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            shipped.add(ALL.get(i).in(LocalText.spoken(language), i));
        }
        return List.copyOf(shipped);
    }

    static Optional<TemplateView> find(UUID id, String language) {
        return in(language).stream()
                .filter(template -> template.listing().id().equals(id))
                .map(Shipped::view)
                .findFirst();
    }
}

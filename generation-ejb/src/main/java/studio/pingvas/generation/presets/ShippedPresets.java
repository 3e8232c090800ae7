package studio.pingvas.generation.presets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.contracts.generation.library.PresetView;
import studio.pingvas.generation.library.LocalText;
import studio.pingvas.generation.library.Shipped;
import studio.pingvas.generation.library.ShippedFile;

/** The presets that came with the product. Only their names are in all languages. */
final class ShippedPresets {
    private static final List<ShippedPreset> ALL =
            ShippedFile.read(ShippedPresets.class, "shipped.json", ShippedPreset[].class);

    private ShippedPresets() {}

    /**
     * @param key from which its id is made
     */
    record ShippedPreset(String key, LocalText name, String prompt, String negativePrompt) {
        Shipped<PresetView> in(String language, int number) {
            Listing listing = Shipped.listing("prompt-preset " + key, number);
            PresetContent content =
                    PresetRules.withoutNulls(
                            new PresetContent(name.in(language), prompt, negativePrompt));
            return Shipped.of(
                    listing,
                    null,
                    content.name(),
                    content.prompt(),
                    new PresetView(listing, content));
        }
    }

    static List<Shipped<PresetView>> in(String language) {
        List<Shipped<PresetView>> shipped = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            shipped.add(ALL.get(i).in(LocalText.spoken(language), i));
        }
        return List.copyOf(shipped);
    }

    static Optional<PresetView> find(UUID id, String language) {
        return in(language).stream()
                .filter(preset -> preset.listing().id().equals(id))
                .map(Shipped::view)
                .findFirst();
    }
}

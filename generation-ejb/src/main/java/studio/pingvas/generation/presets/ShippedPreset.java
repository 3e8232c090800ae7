package studio.pingvas.generation.presets;

import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.contracts.generation.library.PresetView;
import studio.pingvas.generation.library.LocalText;
import studio.pingvas.generation.library.Shipped;
import studio.pingvas.generation.library.ShippedItems;

/**
 * A preset that came with the product. Only its name is in all languages.
 *
 * @param key from which its id is made
 */
record ShippedPreset(String key, LocalText name, String prompt, String negativePrompt)
        implements ShippedItems.Item<PresetView> {
    static final ShippedItems<PresetView> ALL =
            ShippedItems.read(ShippedPreset.class, ShippedPreset[].class);

    @Override
    public Shipped<PresetView> in(String language, int number) {
        Listing listing = Shipped.listing("prompt-preset " + key, number);
        PresetContent content =
                PresetRules.withoutNulls(
                        new PresetContent(name.in(language), prompt, negativePrompt));
        return Shipped.of(
                listing, null, content.name(), content.prompt(), new PresetView(listing, content));
    }
}

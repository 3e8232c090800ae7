package studio.pingvas.generation.presets;

import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.generation.jobs.control.Violations;
import studio.pingvas.generation.library.LibraryTexts;

/** What a preset must be like. */
final class PresetRules {
    private PresetRules() {}

    /**
     * @throws studio.pingvas.contracts.InvalidRequestException if something is wrong
     */
    static void check(PresetContent preset) {
        Violations violations = new Violations("");
        check("", preset, violations);
        violations.throwIfAny();
    }

    /**
     * @param pointer to the preset
     */
    static void check(String pointer, PresetContent preset, Violations violations) {
        new LibraryTexts(violations)
                .requireLine(pointer + "/name", preset.name(), LibraryTexts.MAX_NAME);
        violations.checkText(pointer + "/prompt", preset.prompt());
        violations.checkText(pointer + "/negative_prompt", preset.negativePrompt());
        checkPlace(pointer + "/prompt", preset.prompt(), violations);
        checkPlace(pointer + "/negative_prompt", preset.negativePrompt(), violations);
        PresetContent whole = withoutNulls(preset);
        if (whole.prompt().isBlank() && whole.negativePrompt().isBlank()) {
            violations.add(pointer + "/prompt", "A preset without any words does nothing.");
        }
    }

    static PresetContent withoutNulls(PresetContent preset) {
        return new PresetContent(
                preset.name(), orEmpty(preset.prompt()), orEmpty(preset.negativePrompt()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static void checkPlace(String pointer, String text, Violations violations) {
        if (text != null && text.indexOf(PresetText.PLACE) != text.lastIndexOf(PresetText.PLACE)) {
            violations.add(pointer, "It has {0} once at most.", PresetText.PLACE);
        }
    }
}

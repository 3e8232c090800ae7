package studio.pingvas.generation.presets;

import studio.pingvas.generation.library.PromptText;

/**
 * One text of a preset.
 *
 * @param text may be empty
 */
record PresetText(String text) {
    /** Where the words of the person go. */
    static final String PLACE = "{prompt}";

    /**
     * @param words of the person; null for none
     */
    String around(String words) {
        String written = words == null ? "" : words.strip();
        if (text.isBlank()) {
            return written;
        }
        if (text.contains(PLACE)) {
            String whole = text.replace(PLACE, written);
            return written.isEmpty() ? PromptText.tidy(whole) : whole.strip();
        }
        return written.isEmpty() ? text.strip() : written + ", " + text.strip();
    }
}

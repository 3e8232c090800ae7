package studio.pingvas.generation.library;

import studio.pingvas.generation.jobs.control.Violations;

/** Checks of texts that people write for the library. */
public record LibraryTexts(Violations violations) {
    public static final int MAX_NAME = 100;

    /** Something must stand there. */
    public void require(String pointer, String text, int most) {
        if (text == null || text.isBlank()) {
            violations.add(pointer, "Must not be empty.");
        }
        violations.checkText(pointer, text, most);
    }

    /** As {@link #require}, in one line. */
    public void requireLine(String pointer, String text, int most) {
        require(pointer, text, most);
        requireNoControls(pointer, text);
    }

    /** Nothing that breaks a line or cannot be seen. */
    public void checkLine(String pointer, String text, int most) {
        violations.checkText(pointer, text, most);
        requireNoControls(pointer, text);
    }

    private void requireNoControls(String pointer, String text) {
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            violations.add(pointer, "One line of text is expected here.");
        }
    }
}

package studio.pingvas.user.mail;

import java.util.UUID;

/**
 * A mail as it goes out. Recipient and subject become header lines, so a line break in them would
 * add lines of somebody else's making: there can be none.
 *
 * @param id of the row, which names the mail wherever it goes
 * @param text plain text
 * @param html the same for programs that show it
 */
public record Letter(UUID id, String recipient, String subject, String text, String html) {
    public Letter {
        requireOneLine(recipient);
        requireOneLine(subject);
    }

    private static void requireOneLine(String header) {
        if (header.isBlank() || header.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A header of a mail must be one line");
        }
    }

    /** Without the texts: their links open accounts. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}

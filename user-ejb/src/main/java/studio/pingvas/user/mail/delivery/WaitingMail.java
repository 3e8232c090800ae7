package studio.pingvas.user.mail.delivery;

import java.util.UUID;

/**
 * A row that is to be sent now.
 *
 * @param details the values of its texts, as JSON
 */
public record WaitingMail(UUID id, String kind, String recipient, String language, String details) {
    /** Without the details: they hold links that open accounts. */
    @Override
    public String toString() {
        return "WaitingMail[" + id + "]";
    }
}

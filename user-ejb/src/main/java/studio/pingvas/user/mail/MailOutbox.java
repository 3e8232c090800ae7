package studio.pingvas.user.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.json.Json;

/**
 * Mails that wait to be sent. A mail is a row written in the caller's transaction: it goes if, and
 * only if, what it tells of has happened, and nobody waits for a mail server.
 */
@Dependent
public class MailOutbox {
    static final int MAX_VALUE = 1000;

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject Event<MailQueued> queued;

    /**
     * Queues a mail in the caller's transaction.
     *
     * @param recipient an address that has passed the rules of registration, or came from a
     *     provider that we trust
     * @param language {@code en} or {@code ko}; anything else, also null, becomes English
     * @param values exactly those that the kind names, each at most 1,000 characters
     */
    public void queue(
            MailKind kind, String recipient, String language, Map<String, String> values) {
        requireComplete(kind, values);
        UUID id = Uuid7.create();
        entities.createNativeQuery(
                        "INSERT INTO mail (id, kind, recipient, language, details)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, id)
                .setParameter(2, kind.key())
                .setParameter(3, recipient)
                .setParameter(4, MailTexts.nearestTo(language))
                .setParameter(5, Json.write(values))
                .executeUpdate();
        queued.fire(new MailQueued(id));
    }

    /** Here, not when the mail is sent: the caller is the one that can be corrected. */
    private static void requireComplete(MailKind kind, Map<String, String> values) {
        if (!values.keySet().equals(kind.valueNames())) {
            throw new IllegalArgumentException(
                    kind + " needs the values " + kind.valueNames() + ", not " + values.keySet());
        }
        if (values.values().stream().anyMatch(value -> value.length() > MAX_VALUE)) {
            throw new IllegalArgumentException("A value of " + kind + " is too long");
        }
    }
}

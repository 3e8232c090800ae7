package studio.pingvas.user.mail;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import studio.pingvas.platform.json.Json;
import studio.pingvas.user.UsersDatabase;

/** The outbox for tests of those who queue mails, and what lies in it. */
public final class QueuedMails {
    private QueuedMails() {}

    /** Writes in the transaction of this entity manager, and tells nobody. */
    public static MailOutbox outbox(EntityManager entities) {
        MailOutbox outbox = new MailOutbox();
        outbox.entities = entities;
        outbox.queued = new Unheard();
        return outbox;
    }

    /** Kinds of the mails that were queued for the address, oldest first. */
    public static List<MailKind> to(String recipient) {
        return column("kind", recipient).stream().map(MailKind::of).toList();
    }

    /** A value of the newest mail to the address. */
    public static String value(String recipient, String name) {
        List<String> details = column("details", recipient);
        return (String) Json.read(details.get(details.size() - 1), Map.class).get(name);
    }

    private static List<String> column(String column, String recipient) {
        return UsersDatabase.inTransaction(
                entities -> {
                    List<?> rows =
                            entities.createNativeQuery(
                                            "SELECT "
                                                    + column
                                                    + " FROM mail WHERE recipient = ?1 ORDER BY id")
                                    .setParameter(1, recipient)
                                    .getResultList();
                    return rows.stream().map(String.class::cast).toList();
                });
    }

    private static final class Unheard implements Event<MailQueued> {
        @Override
        public void fire(MailQueued event) {}

        @Override
        public <U extends MailQueued> CompletionStage<U> fireAsync(U event) {
            throw new IllegalStateException("Fired in the transaction only");
        }

        @Override
        public <U extends MailQueued> CompletionStage<U> fireAsync(
                U event, NotificationOptions options) {
            throw new IllegalStateException("Fired in the transaction only");
        }

        @Override
        public Event<MailQueued> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends MailQueued> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new IllegalStateException("There are no subtypes");
        }

        @Override
        public <U extends MailQueued> Event<U> select(
                TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new IllegalStateException("There are no subtypes");
        }
    }
}

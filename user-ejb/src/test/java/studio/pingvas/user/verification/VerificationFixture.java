package studio.pingvas.user.verification;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.audit.AuditFixture;
import studio.pingvas.user.mail.QueuedMails;
import studio.pingvas.user.sessions.OpenSessions;
import studio.pingvas.user.sessions.SessionFixture;

/** The beans of this package. */
public final class VerificationFixture {
    private VerificationFixture() {}

    public static OneTimeTokens tokens(EntityManager entities) {
        OneTimeTokens tokens = new OneTimeTokens();
        tokens.entities = entities;
        tokens.settings =
                new LinkSettings(
                        UsersDatabase.SETTINGS.issuer(),
                        Duration.ofHours(24),
                        Duration.ofMinutes(15));
        return tokens;
    }

    public static VerificationMail mail(EntityManager entities) {
        VerificationMail mail = new VerificationMail();
        mail.tokens = tokens(entities);
        mail.mails = QueuedMails.outbox(entities);
        return mail;
    }

    public static Verifications verifications(EntityManager entities) {
        Verifications verifications = new Verifications();
        verifications.entities = entities;
        verifications.tokens = tokens(entities);
        verifications.mail = mail(entities);
        verifications.sessions = SessionFixture.table(entities);
        verifications.audit = AuditFixture.log(entities);
        return verifications;
    }

    public static JpaEmailVerification facadeOn(OpenSessions node) {
        JpaEmailVerification facade = new JpaEmailVerification();
        facade.open = node;
        facade.verifications =
                new Verifications() {
                    @Override
                    public void send(UUID accountId) {
                        UsersDatabase.run(entities -> verifications(entities).send(accountId));
                    }

                    @Override
                    public UUID confirm(String token, UUID keptSession) {
                        return UsersDatabase.inTransaction(
                                entities -> verifications(entities).confirm(token, keptSession));
                    }
                };
        return facade;
    }

    /** The token in the newest mail to the address. */
    public static String mailedToken(String recipient) {
        return QueuedMails.value(recipient, "link").split("token=")[1];
    }
}

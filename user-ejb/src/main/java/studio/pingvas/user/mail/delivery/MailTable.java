package studio.pingvas.user.mail.delivery;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of waiting mails. A mail is claimed by putting off its next attempt, so no connection is
 * held while a mail server thinks, and a node that dies only leaves it for later.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailTable {
    private static final int MAX_FAILURE = 500;
    private static final int FORGOTTEN_AT_ONCE = 1000;

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    /**
     * The mail that is due longest. If nothing more is heard of it, the next attempts are 1, 2, 4
     * and so on up to 60 minutes apart.
     */
    public Optional<WaitingMail> claim() {
        List<?> claimed =
                entities.createNativeQuery(
                                "UPDATE mail SET attempts = attempts + 1, next_attempt_at = now() +"
                                    + " make_interval(secs => least(3600, 60 * 2 ^ least(attempts,"
                                    + " 6))) WHERE id = (SELECT id FROM mail WHERE sent_at IS NULL"
                                    + " AND given_up_at IS NULL AND next_attempt_at <= now() ORDER"
                                    + " BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
                                    + " RETURNING id, kind, recipient, language, details")
                        .getResultList();
        return claimed.stream().map(Object[].class::cast).map(MailTable::mailIn).findFirst();
    }

    public void sent(UUID id) {
        entities.createNativeQuery(
                        "UPDATE mail SET sent_at = now(), details = NULL, failure = NULL"
                                + " WHERE id = ?1 AND sent_at IS NULL AND given_up_at IS NULL")
                .setParameter(1, id)
                .executeUpdate();
    }

    /**
     * @return whether it was given up, because it has waited for a day
     */
    public boolean failed(UUID id, String reason) {
        entities.createNativeQuery("UPDATE mail SET failure = ?2 WHERE id = ?1")
                .setParameter(1, id)
                .setParameter(2, printable(reason))
                .executeUpdate();
        return entities.createNativeQuery(
                                "UPDATE mail SET given_up_at = now(), details = NULL WHERE id = ?1"
                                        + " AND sent_at IS NULL AND given_up_at IS NULL"
                                        + " AND created_at < now() - interval '24 hours'")
                        .setParameter(1, id)
                        .executeUpdate()
                > 0;
    }

    /** Deletes what was queued more than 30 days ago. */
    public int forgetOld() {
        return entities.createNativeQuery(
                        "DELETE FROM mail WHERE id IN (SELECT id FROM mail"
                                + " WHERE created_at < now() - interval '30 days' LIMIT ?1)")
                .setParameter(1, FORGOTTEN_AT_ONCE)
                .executeUpdate();
    }

    private static WaitingMail mailIn(Object[] row) {
        return new WaitingMail(
                (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]);
    }

    /** A mail server may say anything, and the database takes no NUL in a text. */
    private static String printable(String reason) {
        String text = reason == null ? "no reason given" : reason.replaceAll("\\p{Cntrl}+", " ");
        return text.substring(0, Math.min(MAX_FAILURE, text.length()));
    }
}

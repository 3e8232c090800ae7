package studio.pingvas.user.passwords;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.MailOutbox;
import studio.pingvas.user.tokens.control.SecretTokens;
import studio.pingvas.user.verification.OneTimeTokens;
import studio.pingvas.user.verification.OneTimeTokens.Purpose;

/**
 * Requests for a new password. Asking writes one row, the same for every address; whether there is
 * an account is looked up later, when nobody waits for the answer and could measure it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ResetRequests {
    private static final int BATCH = 20;

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject OneTimeTokens tokens;
    @Inject MailOutbox mails;
    @Inject AuditLog audit;

    /** Three an hour for each address; more are dropped, and get the same answer. */
    public void add(String email) {
        String lower = email.toLowerCase(Locale.ROOT);
        entities.createNativeQuery(
                        "INSERT INTO reset_request (id, email_sha256, email)"
                                + " SELECT ?1, ?2, ?3 WHERE (SELECT count(*) FROM reset_request"
                                + " WHERE email_sha256 = ?2"
                                + " AND requested_at > now() - interval '1 hour') < 3")
                .setParameter(1, Uuid7.create())
                .setParameter(2, SecretTokens.sha256(lower))
                .setParameter(3, lower)
                .executeUpdate();
    }

    /**
     * Answers some of the requests that wait, by mail where there is an account.
     *
     * @return how many
     */
    public int answerSome() {
        List<?> waiting =
                entities.createNativeQuery(
                                "SELECT id, email FROM reset_request WHERE email IS NOT NULL"
                                        + " ORDER BY requested_at LIMIT ?1"
                                        + " FOR UPDATE SKIP LOCKED")
                        .setParameter(1, BATCH)
                        .getResultList();
        for (Object row : waiting) {
            Object[] columns = (Object[]) row;
            answer((String) columns[1]);
            entities.createNativeQuery("UPDATE reset_request SET email = NULL WHERE id = ?1")
                    .setParameter(1, (UUID) columns[0])
                    .executeUpdate();
        }
        return waiting.size();
    }

    /**
     * Deletes requests that count no more and links, of any purpose, whose time is long over.
     *
     * @return how many went
     */
    public int deleteOld() {
        int old =
                entities.createNativeQuery(
                                "DELETE FROM reset_request"
                                        + " WHERE requested_at < now() - interval '1 day'")
                        .executeUpdate();
        return old + tokens.deleteOld();
    }

    private void answer(String email) {
        entities.createQuery("SELECT a FROM Account a WHERE LOWER(a.email) = :email", Account.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst()
                .ifPresent(this::sendLink);
    }

    private void sendLink(Account account) {
        String link = tokens.newLink(account.id(), Purpose.RESET_PASSWORD);
        mails.queue(
                MailKind.RESET_PASSWORD,
                account.email().orElseThrow(),
                account.language(),
                Map.of("link", link));
        audit.note(
                "password-reset-requested",
                account.id(),
                null,
                "A link to a new password was sent.");
    }
}

package studio.pingvas.user.verification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.sessions.SessionTable;
import studio.pingvas.user.verification.OneTimeTokens.Purpose;

/** The transactions of {@link JpaEmailVerification}. */
@Stateless
public class Verifications {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject OneTimeTokens tokens;
    @Inject VerificationMail mail;
    @Inject SessionTable sessions;
    @Inject AuditLog audit;

    public void send(UUID accountId) {
        List<?> unverified =
                entities.createNativeQuery(
                                "SELECT email, language FROM account WHERE id = ?1"
                                        + " AND NOT email_verified AND email IS NOT NULL"
                                        + " FOR UPDATE")
                        .setParameter(1, accountId)
                        .getResultList();
        if (unverified.isEmpty()) {
            return;
        }
        if (tokens.isFresh(accountId, Purpose.VERIFY_EMAIL)) {
            throw new RateLimitedException(PAUSE);
        }
        Object[] row = (Object[]) unverified.get(0);
        mail.send(accountId, (String) row[0], (String) row[1]);
    }

    /**
     * @return whose address is verified now
     */
    public UUID confirm(String token, UUID keptSession) {
        UUID accountId = tokens.redeem(token, Purpose.VERIFY_EMAIL);
        verify(accountId);
        // Whoever opened the account with the address of somebody else is out from here on.
        sessions.endOthers(accountId, keptSession);
        return accountId;
    }

    /** The owner of the account reads the mail of its address: earlier links are worth nothing. */
    public void verify(UUID accountId) {
        int verified =
                entities.createNativeQuery(
                                "UPDATE account SET email_verified = true, version = version + 1"
                                        + " WHERE id = ?1 AND NOT email_verified")
                        .setParameter(1, accountId)
                        .executeUpdate();
        tokens.withdraw(accountId);
        if (verified > 0) {
            audit.note("email-verified", accountId, null, "The address was verified.");
        }
    }
}

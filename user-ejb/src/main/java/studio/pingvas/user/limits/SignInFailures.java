package studio.pingvas.user.limits;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.tokens.control.SecretTokens;

/**
 * Wrong passwords in a row. Five are free in a quarter of an hour; then each costs a delay that
 * doubles from half a minute up to a quarter of an hour, so nobody is ever locked out for good.
 * Addresses without an account count the same, or the delay would tell which ones have one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInFailures {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject AuditLog audit;

    /**
     * @throws RateLimitedException if the delay of the last failure is not over
     */
    public void requireNoDelay(String email) {
        List<?> seconds =
                entities.createNativeQuery(
                                "SELECT cast(ceil(extract(epoch FROM blocked_until - now()))"
                                        + " AS bigint) FROM sign_in_failure"
                                        + " WHERE email_sha256 = ?1 AND blocked_until > now()")
                        .setParameter(1, keyOf(email))
                        .getResultList();
        if (!seconds.isEmpty()) {
            throw new RateLimitedException(Duration.ofSeconds((Long) seconds.get(0)));
        }
    }

    /**
     * @param accountId whose password was not guessed, or null if there is no such account
     */
    public void note(String email, UUID accountId, Device device) {
        entities.createNativeQuery(
                        """
                        INSERT INTO sign_in_failure AS known
                            (email_sha256, failures, last_at, blocked_until)
                        VALUES (?1, 1, now(), now())
                        ON CONFLICT (email_sha256) DO UPDATE SET
                            failures = CASE
                                WHEN known.failures < 5
                                    AND known.last_at < now() - interval '15 minutes'
                                    OR known.last_at < now() - interval '1 hour' THEN 1
                                ELSE least(known.failures, 100) + 1 END,
                            last_at = now(),
                            blocked_until = now() + CASE
                                WHEN known.failures < 4
                                    OR known.last_at < now() - interval '1 hour'
                                    OR known.failures < 5
                                    AND known.last_at < now() - interval '15 minutes'
                                    THEN interval '0'
                                ELSE least(interval '15 minutes', interval '30 seconds'
                                    * power(2, least(known.failures - 4, 10))) END
                        """)
                .setParameter(1, keyOf(email))
                .executeUpdate();
        if (accountId != null) {
            audit.note("sign-in-failed", accountId, device.address(), "A wrong password.");
        }
    }

    /** The right password was given, or a new one set. */
    public void forget(String email) {
        entities.createNativeQuery("DELETE FROM sign_in_failure WHERE email_sha256 = ?1")
                .setParameter(1, keyOf(email))
                .executeUpdate();
    }

    /**
     * @return how many went
     */
    public int deleteOld() {
        return entities.createNativeQuery(
                        "DELETE FROM sign_in_failure WHERE last_at < now() - interval '1 day'")
                .executeUpdate();
    }

    private static byte[] keyOf(String email) {
        return SecretTokens.sha256(email.toLowerCase(Locale.ROOT));
    }
}

package studio.pingvas.user.verification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.tokens.control.SecretTokens;

/** The secrets of links in mails, in the caller's transaction. Each works once. */
@Dependent
public class OneTimeTokens {
    /** What a link is for; one for this opens nothing else. */
    public enum Purpose {
        VERIFY_EMAIL("verify-email", "/verify-email.xhtml"),
        RESET_PASSWORD("reset-password", "/reset-password.xhtml");

        private final String key;
        private final String page;

        Purpose(String key, String page) {
            this.key = key;
            this.page = page;
        }
    }

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject LinkSettings settings;

    /**
     * @return a link for a mail; an earlier one for the same purpose does not work any more
     */
    public String newLink(UUID accountId, Purpose purpose) {
        String token = SecretTokens.create();
        entities.createNativeQuery(
                        "INSERT INTO one_time_token"
                                + " (token_sha256, purpose, account_id, expires_at)"
                                + " VALUES (?1, ?2, ?3, now() + make_interval(secs => ?4))"
                                + " ON CONFLICT (account_id, purpose) DO UPDATE SET"
                                + " token_sha256 = excluded.token_sha256, created_at = now(),"
                                + " expires_at = excluded.expires_at")
                .setParameter(1, SecretTokens.sha256(token))
                .setParameter(2, purpose.key)
                .setParameter(3, accountId)
                .setParameter(4, lifeOf(purpose).toSeconds())
                .executeUpdate();
        return settings.url() + purpose.page + "?token=" + token;
    }

    /**
     * Uses the token up.
     *
     * @return whose it was
     */
    public UUID redeem(String token, Purpose purpose) {
        UUID owner = ownerOf(token, purpose);
        int used =
                entities.createNativeQuery("DELETE FROM one_time_token WHERE token_sha256 = ?1")
                        .setParameter(1, SecretTokens.sha256(token))
                        .executeUpdate();
        if (used == 0) {
            throw new TokenInvalidException();
        }
        return owner;
    }

    /**
     * @throws TokenInvalidException if it is unknown, used or superseded
     * @throws TokenExpiredException if its time is over
     */
    public UUID ownerOf(String token, Purpose purpose) {
        if (token == null) {
            throw new TokenInvalidException();
        }
        List<?> rows =
                entities.createNativeQuery(
                                "SELECT account_id, expires_at > now() FROM one_time_token"
                                        + " WHERE token_sha256 = ?1 AND purpose = ?2")
                        .setParameter(1, SecretTokens.sha256(token))
                        .setParameter(2, purpose.key)
                        .getResultList();
        if (rows.isEmpty()) {
            throw new TokenInvalidException();
        }
        Object[] row = (Object[]) rows.get(0);
        if (!(Boolean) row[1]) {
            throw new TokenExpiredException();
        }
        return (UUID) row[0];
    }

    /** Whether a link for this purpose was made within the last minute. */
    public boolean isFresh(UUID accountId, Purpose purpose) {
        return !entities.createNativeQuery(
                        "SELECT account_id FROM one_time_token WHERE account_id = ?1"
                                + " AND purpose = ?2 AND created_at > now() - interval '1 minute'")
                .setParameter(1, accountId)
                .setParameter(2, purpose.key)
                .getResultList()
                .isEmpty();
    }

    /** All links that are out for the account. */
    public void withdraw(UUID accountId) {
        entities.createNativeQuery("DELETE FROM one_time_token WHERE account_id = ?1")
                .setParameter(1, accountId)
                .executeUpdate();
    }

    /**
     * Deletes those whose time is long over; for a while their owners are told so.
     *
     * @return how many went
     */
    public int deleteOld() {
        return entities.createNativeQuery(
                        "DELETE FROM one_time_token WHERE expires_at < now() - interval '30 days'")
                .executeUpdate();
    }

    private Duration lifeOf(Purpose purpose) {
        return purpose == Purpose.VERIFY_EMAIL ? settings.verificationLife() : settings.resetLife();
    }
}

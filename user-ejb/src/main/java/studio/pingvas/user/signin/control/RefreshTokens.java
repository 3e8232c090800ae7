package studio.pingvas.user.signin.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.UserSettings;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.tokens.control.SecretTokens;

/**
 * Families of refresh tokens: one family a sign-in, one token of it good at a time. Whoever uses a
 * token twice is a thief or was robbed, and nobody can tell which: the family dies.
 *
 * <p>It answers with values instead of exceptions, because an exception would roll back the death
 * of a family.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefreshTokens {
    private static final String INSERT =
            "INSERT INTO refresh_token (id, token_sha256, family_id, parent_id, account_id,"
                    + " expires_at, family_expires_at)";

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject UserSettings settings;

    /** Opens a family, and forgets those of the account whose time is over. */
    public String open(UUID accountId) {
        entities.createNativeQuery(
                        "DELETE FROM refresh_token"
                                + " WHERE account_id = ?1 AND family_expires_at < now()")
                .setParameter(1, accountId)
                .executeUpdate();
        String token = SecretTokens.create();
        entities.createNativeQuery(
                        INSERT
                                + " VALUES (?1, ?2, ?3, NULL, ?4,"
                                + " now() + make_interval(secs => ?5),"
                                + " now() + make_interval(secs => ?6))")
                .setParameter(1, Uuid7.create())
                .setParameter(2, SecretTokens.sha256(token))
                .setParameter(3, Uuid7.create())
                .setParameter(4, accountId)
                .setParameter(5, settings.refreshIdle().toSeconds())
                .setParameter(6, settings.refreshAbsolute().toSeconds())
                .executeUpdate();
        return token;
    }

    public Rotation rotate(String token) {
        byte[] sha256 = SecretTokens.sha256(token);
        lockFamilyOf(sha256);
        List<?> used =
                entities.createNativeQuery(
                                "UPDATE refresh_token SET used_at = now()"
                                        + " WHERE token_sha256 = ?1 AND used_at IS NULL"
                                        + " AND revoked_at IS NULL AND expires_at > now()"
                                        + " RETURNING id, account_id")
                        .setParameter(1, sha256)
                        .getResultList();
        if (used.isEmpty()) {
            return refuse(sha256);
        }
        Object[] parent = (Object[]) used.get(0);
        Account owner = entities.find(Account.class, parent[1]);
        return new Rotation.Rotated(owner.identity(), succeed((UUID) parent[0]));
    }

    /** Else a token that is born while its family is withdrawn would survive. */
    private void lockFamilyOf(byte[] sha256) {
        entities.createNativeQuery(
                        "SELECT root.id FROM refresh_token root JOIN refresh_token presented"
                                + " ON presented.family_id = root.family_id"
                                + " WHERE presented.token_sha256 = ?1 AND root.parent_id IS NULL"
                                + " FOR UPDATE OF root")
                .setParameter(1, sha256)
                .getResultList();
    }

    private String succeed(UUID parentId) {
        String token = SecretTokens.create();
        entities.createNativeQuery(
                        INSERT
                                + " SELECT ?1, ?2, family_id, id, account_id,"
                                + " least(now() + make_interval(secs => ?3), family_expires_at),"
                                + " family_expires_at FROM refresh_token WHERE id = ?4")
                .setParameter(1, Uuid7.create())
                .setParameter(2, SecretTokens.sha256(token))
                .setParameter(3, settings.refreshIdle().toSeconds())
                .setParameter(4, parentId)
                .executeUpdate();
        return token;
    }

    private Rotation refuse(byte[] sha256) {
        int withdrawn =
                entities.createNativeQuery(
                                "UPDATE refresh_token SET revoked_at = now()"
                                        + " WHERE revoked_at IS NULL AND family_id ="
                                        + " (SELECT family_id FROM refresh_token"
                                        + " WHERE token_sha256 = ?1 AND used_at IS NOT NULL)")
                        .setParameter(1, sha256)
                        .executeUpdate();
        return withdrawn == 0 && isExpired(sha256)
                ? new Rotation.Expired()
                : new Rotation.Refused();
    }

    private boolean isExpired(byte[] sha256) {
        return !entities.createNativeQuery(
                        "SELECT id FROM refresh_token WHERE token_sha256 = ?1"
                                + " AND used_at IS NULL AND revoked_at IS NULL"
                                + " AND expires_at <= now()")
                .setParameter(1, sha256)
                .getResultList()
                .isEmpty();
    }
}

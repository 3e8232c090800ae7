package studio.pingvas.user.signin.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.UserSettings;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.MailOutbox;
import studio.pingvas.user.sessions.SessionTable;
import studio.pingvas.user.tokens.control.SecretTokens;

/**
 * Families of refresh tokens: one family a session, one token of it good at a time. Whoever uses a
 * token again, but for two tabs at the same moment, is a thief or was robbed, and nobody can tell
 * which: the session ends.
 *
 * <p>It answers with values instead of exceptions, because an exception would roll back the end of
 * a session.
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
    @Inject SuccessorTokens successors;
    @Inject SessionTable sessions;
    @Inject AuditLog audit;
    @Inject MailOutbox mails;

    /** What is known of a token that somebody presents; its session is locked. */
    private record Presented(
            UUID id, UUID accountId, UUID sessionId, boolean used, boolean expired, boolean grace) {
        static Presented of(Object[] row) {
            return new Presented(
                    (UUID) row[0],
                    (UUID) row[1],
                    (UUID) row[2],
                    (Boolean) row[3],
                    (Boolean) row[4],
                    (Boolean) row[5]);
        }
    }

    /** Opens a session and its family. */
    public Opened open(UUID accountId, Device device) {
        UUID sessionId = sessions.open(accountId, Kind.API, device);
        String token = SecretTokens.create();
        entities.createNativeQuery(
                        INSERT
                                + " VALUES (?1, ?2, ?3, NULL, ?4,"
                                + " now() + make_interval(secs => ?5),"
                                + " now() + make_interval(secs => ?6))")
                .setParameter(1, Uuid7.create())
                .setParameter(2, SecretTokens.sha256(token))
                .setParameter(3, sessionId)
                .setParameter(4, accountId)
                .setParameter(5, settings.refreshIdle().toSeconds())
                .setParameter(6, settings.refreshAbsolute().toSeconds())
                .executeUpdate();
        return new Opened(sessionId, token);
    }

    /**
     * @param token the first of the family
     */
    public record Opened(UUID sessionId, String token) {
        @Override
        public String toString() {
            return "Opened[" + sessionId + "]";
        }
    }

    public Rotation rotate(String token) {
        byte[] sha256 = SecretTokens.sha256(token);
        if (!lockSessionOf(sha256)) {
            return new Rotation.Refused();
        }
        Presented presented = read(sha256);
        if (!presented.used()) {
            return presented.expired() ? new Rotation.Expired() : succeed(presented, token);
        }
        return presented.grace() ? repeat(presented, token) : endSessionOf(presented);
    }

    /** Else a token that is born while its session ends would survive. */
    private boolean lockSessionOf(byte[] sha256) {
        return !entities.createNativeQuery(
                        "SELECT session.id FROM session"
                                + " JOIN refresh_token ON family_id = session.id"
                                + " WHERE token_sha256 = ?1 AND ended_at IS NULL"
                                + " FOR UPDATE OF session")
                .setParameter(1, sha256)
                .getResultList()
                .isEmpty();
    }

    /** A statement after the lock: it sees what was committed before the lock was given. */
    private Presented read(byte[] sha256) {
        List<?> rows =
                entities.createNativeQuery(
                                "SELECT token.id, token.account_id, token.family_id,"
                                        + " token.used_at IS NOT NULL,"
                                        + " token.expires_at <= now(),"
                                        + " coalesce(token.used_at"
                                        + " > clock_timestamp() - make_interval(secs => ?2), false)"
                                        + " AND EXISTS (SELECT FROM refresh_token child"
                                        + " WHERE child.parent_id = token.id"
                                        + " AND child.used_at IS NULL)"
                                        + " FROM refresh_token token WHERE token_sha256 = ?1")
                        .setParameter(1, sha256)
                        .setParameter(2, settings.refreshGrace().toSeconds())
                        .getResultList();
        return Presented.of((Object[]) rows.get(0));
    }

    private Rotation succeed(Presented parent, String token) {
        entities.createNativeQuery(
                        "UPDATE refresh_token SET used_at = clock_timestamp() WHERE id = ?1")
                .setParameter(1, parent.id())
                .executeUpdate();
        String successor = successors.of(token);
        entities.createNativeQuery(
                        INSERT
                                + " SELECT ?1, ?2, family_id, id, account_id,"
                                + " least(now() + make_interval(secs => ?3), family_expires_at),"
                                + " family_expires_at FROM refresh_token WHERE id = ?4")
                .setParameter(1, Uuid7.create())
                .setParameter(2, SecretTokens.sha256(successor))
                .setParameter(3, settings.refreshIdle().toSeconds())
                .setParameter(4, parent.id())
                .executeUpdate();
        sessions.touch(parent.sessionId(), Kind.API);
        return rotated(parent, successor);
    }

    private Rotation repeat(Presented parent, String token) {
        return rotated(parent, successors.of(token));
    }

    private Rotation rotated(Presented parent, String successor) {
        Account owner = entities.find(Account.class, parent.accountId());
        return new Rotation.Rotated(owner.identity().inSession(parent.sessionId()), successor);
    }

    private Rotation endSessionOf(Presented reused) {
        sessions.end(reused.accountId(), reused.sessionId());
        audit.note(
                "refresh-token-reused",
                reused.accountId(),
                null,
                "A used refresh token came again, so its session was ended.");
        Account owner = entities.find(Account.class, reused.accountId());
        owner.email()
                .ifPresent(
                        email ->
                                mails.queue(
                                        MailKind.SESSIONS_ENDED,
                                        email,
                                        owner.language(),
                                        Map.of()));
        return new Rotation.Reused(reused.accountId());
    }
}

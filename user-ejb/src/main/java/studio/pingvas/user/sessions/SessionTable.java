package studio.pingvas.user.sessions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.SessionView;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.ArrayText;
import studio.pingvas.user.audit.AuditLog;

/** Sessions in the database. Whoever ends one makes {@link OpenSessions} forget it afterwards. */
@Stateless
public class SessionTable {
    private static final String IS_OPEN = " ended_at IS NULL AND expires_at > now()";

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject SessionSettings settings;
    @Inject AuditLog audit;

    /**
     * Opens a session for somebody who has just been proven, and notes it.
     *
     * @return its id; for a client of the API also the family of its refresh tokens
     */
    public UUID open(UUID accountId, Kind kind, Device device) {
        UUID id = Uuid7.create();
        String name = DeviceName.of(device.userAgent());
        entities.createNativeQuery(
                        "INSERT INTO session (id, account_id, kind, device, address, expires_at)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5,"
                                + " now() + make_interval(secs => ?6))")
                .setParameter(1, id)
                .setParameter(2, accountId)
                .setParameter(3, keyOf(kind))
                .setParameter(4, name)
                .setParameter(5, device.address())
                .setParameter(6, idleOf(kind).toSeconds())
                .executeUpdate();
        endThoseOverTheLimit(accountId);
        audit.note("sign-in", accountId, device.address(), "Signed in: " + name + ".");
        return id;
    }

    /** Whose session it is, with the roles of now; notes that it is in use. */
    public Optional<Identity> identityIn(UUID sessionId) {
        List<?> rows =
                entities.createNativeQuery(
                                "SELECT account.id, email, roles,"
                                        + " last_seen_at < now() - interval '1 minute', kind"
                                        + " FROM session JOIN account ON account.id = account_id"
                                        + " WHERE session.id = ?1 AND"
                                        + IS_OPEN)
                        .setParameter(1, sessionId)
                        .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = (Object[]) rows.get(0);
        if ((Boolean) row[3]) {
            touch(sessionId, kindOf(row[4]));
        }
        Set<String> roles = Set.of(((String) row[2]).split(","));
        return Optional.of(new Identity((UUID) row[0], (String) row[1], roles, sessionId, null));
    }

    /** Notes that it is in use, which prolongs it. */
    public void touch(UUID sessionId, Kind kind) {
        entities.createNativeQuery(
                        "UPDATE session SET last_seen_at = now(), expires_at = least("
                                + "now() + make_interval(secs => ?1),"
                                + " created_at + make_interval(secs => ?2)) WHERE id = ?3")
                .setParameter(1, idleOf(kind).toSeconds())
                .setParameter(2, settings.absolute().toSeconds())
                .setParameter(3, sessionId)
                .executeUpdate();
    }

    public List<SessionView> list(UUID accountId) {
        List<?> rows =
                entities.createNativeQuery(
                                "SELECT id, kind, device, address, created_at, last_seen_at"
                                        + " FROM session WHERE account_id = ?1 AND"
                                        + IS_OPEN
                                        + " ORDER BY created_at DESC, id DESC")
                        .setParameter(1, accountId)
                        .getResultList();
        return rows.stream().map(row -> viewOf((Object[]) row)).toList();
    }

    /** Which of them are open; nobody is seen by that. */
    public Set<UUID> openAmong(Set<UUID> sessionIds) {
        if (sessionIds.isEmpty()) {
            return Set.of();
        }
        List<?> open =
                entities.createNativeQuery(
                                "SELECT id FROM session WHERE id = ANY (cast(?1 AS uuid[])) AND"
                                        + IS_OPEN)
                        .setParameter(1, ArrayText.of(sessionIds))
                        .getResultList();
        return open.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /**
     * Ends a session; one that has ended already stays as it is.
     *
     * @return false if the account has no such session
     */
    public boolean end(UUID accountId, UUID sessionId) {
        int ended =
                entities.createNativeQuery(
                                "UPDATE session SET ended_at = now()"
                                        + " WHERE id = ?1 AND account_id = ?2"
                                        + " AND ended_at IS NULL")
                        .setParameter(1, sessionId)
                        .setParameter(2, accountId)
                        .executeUpdate();
        if (ended > 0) {
            audit.note("session-ended", accountId, null, "A session was ended.");
        }
        return ended > 0 || isOf(accountId, sessionId);
    }

    private boolean isOf(UUID accountId, UUID sessionId) {
        return !entities.createNativeQuery(
                        "SELECT id FROM session WHERE id = ?1 AND account_id = ?2")
                .setParameter(1, sessionId)
                .setParameter(2, accountId)
                .getResultList()
                .isEmpty();
    }

    /**
     * Ends every session of the account but one.
     *
     * @param kept or null for none
     */
    public void endOthers(UUID accountId, UUID kept) {
        int ended =
                entities.createNativeQuery(
                                "UPDATE session SET ended_at = now() WHERE account_id = ?1"
                                        + " AND ended_at IS NULL"
                                        + " AND id IS DISTINCT FROM cast(?2 AS uuid)")
                        .setParameter(1, accountId)
                        .setParameter(2, kept == null ? null : kept.toString())
                        .executeUpdate();
        if (ended > 0) {
            audit.note("sessions-ended", accountId, null, ended + " sessions were ended.");
        }
    }

    /** Whose sign-in the refresh token belongs to, if it is open. */
    public Optional<SessionOwner> ownerOf(byte[] refreshTokenSha256) {
        List<?> rows =
                entities.createNativeQuery(
                                "SELECT session.account_id, session.id FROM session"
                                        + " JOIN refresh_token ON family_id = session.id"
                                        + " WHERE token_sha256 = ?1 AND ended_at IS NULL")
                        .setParameter(1, refreshTokenSha256)
                        .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SessionOwner((UUID) row[0], (UUID) row[1]))
                .findFirst();
    }

    /** A session that is known by one of its tokens. */
    public record SessionOwner(UUID accountId, UUID sessionId) {}

    /**
     * Deletes what nobody asks for any more.
     *
     * @return how many sessions and tokens went
     */
    public int deleteOld() {
        // A used token proves a theft only as long as it could have been used.
        int tokens =
                entities.createNativeQuery("DELETE FROM refresh_token WHERE expires_at < now()")
                        .executeUpdate();
        int sessions =
                entities.createNativeQuery(
                                "DELETE FROM session WHERE least(ended_at, expires_at)"
                                        + " < now() - interval '30 days'")
                        .executeUpdate();
        return tokens + sessions;
    }

    private void endThoseOverTheLimit(UUID accountId) {
        entities.createNativeQuery(
                        "UPDATE session SET ended_at = now() WHERE id IN (SELECT id FROM session"
                                + " WHERE account_id = ?1 AND"
                                + IS_OPEN
                                + " ORDER BY last_seen_at DESC, id DESC OFFSET ?2)")
                .setParameter(1, accountId)
                .setParameter(2, settings.mostPerAccount())
                .executeUpdate();
    }

    private Duration idleOf(Kind kind) {
        return kind == Kind.PAGE ? settings.pageIdle() : settings.apiIdle();
    }

    private static SessionView viewOf(Object[] row) {
        return new SessionView(
                (UUID) row[0],
                kindOf(row[1]),
                (String) row[2],
                (String) row[3],
                ((Timestamp) row[4]).toInstant(),
                ((Timestamp) row[5]).toInstant());
    }

    private static String keyOf(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Kind kindOf(Object key) {
        return Kind.valueOf(((String) key).toUpperCase(Locale.ROOT));
    }
}

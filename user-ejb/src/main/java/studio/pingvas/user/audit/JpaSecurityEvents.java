package studio.pingvas.user.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.user.SecurityEventPage;
import studio.pingvas.contracts.user.SecurityEventView;
import studio.pingvas.contracts.user.SecurityEvents;

/** The audit log in PostgreSQL. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaSecurityEvents implements SecurityEvents {
    private static final int MAX_LIMIT = 100;

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject AuditLog log;

    @Override
    public void note(String type, UUID userId, UUID actor, String address, String detail) {
        log.note(type, userId, actor, address, detail);
    }

    @Override
    public SecurityEventPage list(UUID userId, String cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidRequestException("/limit", "A page has 1 to 100 entries.");
        }
        List<?> rows =
                entities.createNativeQuery(
                                "SELECT number, at, type, user_id, actor, address, detail FROM"
                                    + " security_event WHERE number < ?1 AND (cast(?2 AS uuid) IS"
                                    + " NULL OR user_id = cast(?2 AS uuid)) ORDER BY number DESC"
                                    + " LIMIT ?3")
                        .setParameter(1, numberIn(cursor))
                        .setParameter(2, userId == null ? null : userId.toString())
                        .setParameter(3, limit + 1)
                        .getResultList();
        List<SecurityEventView> items =
                rows.stream().limit(limit).map(JpaSecurityEvents::viewOf).toList();
        boolean more = rows.size() > limit;
        return new SecurityEventPage(
                items, more ? Long.toString(items.get(limit - 1).number()) : null);
    }

    private static SecurityEventView viewOf(Object row) {
        Object[] columns = (Object[]) row;
        return new SecurityEventView(
                (Long) columns[0],
                ((Timestamp) columns[1]).toInstant(),
                (String) columns[2],
                (UUID) columns[3],
                (UUID) columns[4],
                (String) columns[5],
                (String) columns[6]);
    }

    private static long numberIn(String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("/cursor", "Not a cursor of this list.");
        }
    }

    @Override
    public long firstBrokenLink() {
        Object number =
                entities.createNativeQuery("SELECT number FROM first_broken_security_event")
                        .getSingleResult();
        return number == null ? 0 : (Long) number;
    }
}

package studio.pingvas.user.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * Adds entries in the caller's transaction: what is rolled back was not done and is not in the log.
 */
@Dependent
public class AuditLog {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    /** An entry about what somebody did to the own account. */
    public void note(String type, UUID userId, String address, String detail) {
        note(type, userId, null, address, detail);
    }

    /**
     * @param type kebab-case, at most 40 characters
     * @param userId whom it concerns, or null
     * @param actor who did it, null if it is the same or nobody
     * @param address IP address of the client, or null
     * @param detail one sentence without secrets, at most 500 characters
     */
    public void note(String type, UUID userId, UUID actor, String address, String detail) {
        // Written as text with casts: an unset parameter would have no type of its own.
        entities.createNativeQuery(
                        "SELECT note_security_event(?1, cast(?2 AS uuid), cast(?3 AS uuid),"
                                + " cast(?4 AS text), ?5)")
                .setParameter(1, type)
                .setParameter(2, textOf(userId))
                .setParameter(3, textOf(actor))
                .setParameter(4, address)
                .setParameter(5, detail)
                .getSingleResult();
    }

    private static String textOf(UUID id) {
        return id == null ? null : id.toString();
    }
}

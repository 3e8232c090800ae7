package studio.pingvas.user.audit;

import jakarta.persistence.EntityManager;

/** The beans of this package on a transaction of a test. */
public final class AuditFixture {
    private AuditFixture() {}

    public static AuditLog log(EntityManager entities) {
        AuditLog log = new AuditLog();
        log.entities = entities;
        return log;
    }

    public static JpaSecurityEvents events(EntityManager entities) {
        JpaSecurityEvents events = new JpaSecurityEvents();
        events.entities = entities;
        events.log = log(entities);
        return events;
    }
}

package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * One change after the other where they concern the same subscription or the same person. Everybody
 * waits for the subscription first, so nobody waits for somebody who waits for him.
 */
@Dependent
public class Turns {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    /** Until the end of the transaction, nobody else has the turn of that resource. */
    public void awaitResource(String kind, String gatewayId) {
        await(kind + ":" + gatewayId);
    }

    /** Until the end of the transaction, nobody else has the turn of that user. */
    public void awaitUser(UUID userId) {
        await("user:" + userId);
    }

    /** The time of the database, the only clock that counts for ends. */
    public Instant now() {
        return ((Timestamp)
                        entities.createNativeQuery("SELECT now()::timestamptz").getSingleResult())
                .toInstant();
    }

    private void await(String subject) {
        entities.createNativeQuery("CALL wait_for_turn(?1)")
                .setParameter(1, subject)
                .executeUpdate();
    }
}

package studio.pingvas.generation.webhooks.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.platform.database.ArrayText;

/**
 * The rows of deliveries. One is claimed by putting off its next attempt, so no connection is held
 * while a receiver thinks, and a node that dies only leaves it for later.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryTable {
    private static final String JOIN = "eclipselink.transaction.join-existing";
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /**
     * The delivery that is due longest. First attempts come before repeated ones: receivers that do
     * not answer must not delay those that do.
     *
     * @param passedOver users whose deliveries are left for later
     */
    public Optional<DueDelivery> claim(Collection<UUID> passedOver) {
        List<?> claimed =
                entities.createNativeQuery(
                                """
                                UPDATE webhook_delivery d SET attempts = d.attempts + 1,
                                    next_attempt_at = now() + interval '1 minute'
                                FROM job j
                                WHERE j.id = d.job_id AND d.id = (
                                    SELECT id FROM webhook_delivery
                                    WHERE next_attempt_at <= now()
                                        AND user_id <> ALL (cast(?1 AS uuid[]))
                                    ORDER BY attempts > 0, next_attempt_at
                                    LIMIT 1 FOR UPDATE SKIP LOCKED)
                                RETURNING d.id, d.job_id, d.user_id, d.seq, d.event,
                                    j.webhook_url, d.attempts
                                """)
                        .setHint(JOIN, "true")
                        .setParameter(1, ArrayText.of(passedOver))
                        .getResultList();
        return claimed.stream().map(Object[].class::cast).map(DeliveryTable::dueIn).findFirst();
    }

    public void delivered(DueDelivery sent, Outcome outcome) {
        note(sent, outcome);
        entities.createNativeQuery(
                        "UPDATE webhook_delivery SET status = 'DELIVERED', delivered_at = now(),"
                                + " next_attempt_at = NULL WHERE id = ?1")
                .setParameter(1, sent.id())
                .executeUpdate();
    }

    public void putOff(DueDelivery sent, Outcome outcome, Duration wait) {
        note(sent, outcome);
        entities.createNativeQuery(
                        "UPDATE webhook_delivery SET next_attempt_at ="
                                + " now() + make_interval(secs => ?2)"
                                + " WHERE id = ?1 AND status = 'WAITING' AND attempts = ?3")
                .setParameter(1, sent.id())
                .setParameter(2, (double) wait.toSeconds())
                .setParameter(3, sent.attempt())
                .executeUpdate();
    }

    public void giveUp(DueDelivery sent, Outcome outcome) {
        note(sent, outcome);
        entities.createNativeQuery(
                        "UPDATE webhook_delivery SET status = 'GIVEN_UP', next_attempt_at = NULL"
                                + " WHERE id = ?1 AND status = 'WAITING' AND attempts = ?2")
                .setParameter(1, sent.id())
                .setParameter(2, sent.attempt())
                .executeUpdate();
    }

    /**
     * Makes it due now.
     *
     * @param most attempts it may have had
     * @return false if it had more, or is being sent
     */
    public boolean resend(UUID id, int most, Duration rest) {
        return entities.createNativeQuery(
                                """
                                UPDATE webhook_delivery d SET status = 'WAITING',
                                    delivered_at = NULL, next_attempt_at = now()
                                WHERE id = ?1 AND attempts < ?2 AND attempts = (
                                        SELECT coalesce(max(number), 0) FROM webhook_attempt
                                        WHERE delivery_id = d.id)
                                    AND NOT EXISTS (
                                        SELECT FROM webhook_attempt WHERE delivery_id = d.id
                                        AND at > now() - make_interval(secs => ?3))
                                """)
                        .setParameter(1, id)
                        .setParameter(2, most)
                        .setParameter(3, (double) rest.toSeconds())
                        .executeUpdate()
                > 0;
    }

    /** Deletes what was written more than 30 days ago. */
    public int forgetOld() {
        return entities.createNativeQuery(
                        "DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery"
                                + " WHERE created_at < now() - interval '30 days' LIMIT ?1)")
                .setParameter(1, FORGOTTEN_AT_ONCE)
                .executeUpdate();
    }

    private void note(DueDelivery sent, Outcome outcome) {
        entities.createNativeQuery(
                        """
                        INSERT INTO webhook_attempt
                            (delivery_id, number, status_code, error, milliseconds)
                        SELECT id, ?2, CAST(?3 AS int), CAST(?4 AS varchar), ?5 FROM webhook_delivery WHERE id = ?1
                        ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, sent.id())
                .setParameter(2, sent.attempt())
                .setParameter(3, outcome.statusCode())
                .setParameter(4, outcome.error())
                .setParameter(5, outcome.milliseconds())
                .executeUpdate();
    }

    private static DueDelivery dueIn(Object[] row) {
        return new DueDelivery(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                ((Number) row[3]).longValue(),
                (String) row[4],
                (String) row[5],
                ((Number) row[6]).intValue());
    }
}

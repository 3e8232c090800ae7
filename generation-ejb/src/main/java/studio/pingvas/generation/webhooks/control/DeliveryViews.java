package studio.pingvas.generation.webhooks.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.WebhookDeliveryView;
import studio.pingvas.contracts.generation.WebhookDeliveryView.Attempt;

/** Deliveries as the owners of their jobs see them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryViews {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    public List<WebhookDeliveryView> of(UUID userId, UUID jobId) {
        List<?> rows =
                entities.createNativeQuery(
                                """
                                SELECT d.id, d.event, j.webhook_url, d.status, d.created_at,
                                    d.next_attempt_at, d.delivered_at
                                FROM webhook_delivery d JOIN job j ON j.id = d.job_id
                                WHERE d.job_id = ?1 AND d.user_id = ?2
                                """)
                        .setParameter(1, jobId)
                        .setParameter(2, userId)
                        .getResultList();
        return rows.stream().map(Object[].class::cast).map(this::viewOf).toList();
    }

    private WebhookDeliveryView viewOf(Object[] row) {
        UUID id = (UUID) row[0];
        return new WebhookDeliveryView(
                id,
                (String) row[1],
                (String) row[2],
                WebhookDeliveryView.Status.valueOf((String) row[3]),
                instant(row[4]),
                instant(row[5]),
                instant(row[6]),
                attemptsOf(id));
    }

    private List<Attempt> attemptsOf(UUID deliveryId) {
        List<?> rows =
                entities.createNativeQuery(
                                "SELECT number, at, status_code, error, milliseconds"
                                        + " FROM webhook_attempt WHERE delivery_id = ?1"
                                        + " ORDER BY number")
                        .setParameter(1, deliveryId)
                        .getResultList();
        return rows.stream().map(Object[].class::cast).map(DeliveryViews::attemptIn).toList();
    }

    private static Attempt attemptIn(Object[] row) {
        return new Attempt(
                ((Number) row[0]).intValue(),
                instant(row[1]),
                (Integer) row[2],
                (String) row[3],
                ((Number) row[4]).longValue());
    }

    private static Instant instant(Object time) {
        return time == null ? null : ((Timestamp) time).toInstant();
    }
}

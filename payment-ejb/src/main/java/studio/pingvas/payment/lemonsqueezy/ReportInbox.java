package studio.pingvas.payment.lemonsqueezy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import studio.pingvas.payment.subscriptions.Turns;

/** Works reports off; each call in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReportInbox {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject GatewayResources resources;
    @Inject Turns turns;

    /** Reports that wait for their first or next attempt, in the order of their arrival. */
    public List<Long> due(int limit) {
        List<?> ids =
                entities.createNativeQuery(
                                "SELECT id FROM webhook_inbox WHERE next_attempt_at <= now()"
                                        + " ORDER BY id LIMIT ?1")
                        .setParameter(1, limit)
                        .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /**
     * Applies a report, if it is still due and nobody else is at it: all of what follows from it is
     * committed with its end, or nothing is.
     *
     * @return the report after the attempt, or nothing if there was none
     */
    public Optional<Report> work(long reportId) {
        if (!take(reportId)) {
            return Optional.empty();
        }
        Report report = entities.find(Report.class, reportId);
        report.end(apply(report), turns.now());
        return Optional.of(report);
    }

    /** After {@link #work} failed, and took its attempt back with everything else. */
    public void fail(long reportId, String reason) {
        if (take(reportId)) {
            entities.find(Report.class, reportId).fail(reason, turns.now());
        }
    }

    /** Its next attempt is due now. */
    public void retry(long reportId) {
        entities.createNativeQuery(
                        "UPDATE webhook_inbox SET next_attempt_at = now()"
                                + " WHERE id = ?1 AND next_attempt_at IS NOT NULL")
                .setParameter(1, reportId)
                .executeUpdate();
    }

    /**
     * @return how many were worked off three months ago, and are gone
     */
    public int forgetOld() {
        return entities.createNativeQuery(
                        "DELETE FROM webhook_inbox WHERE finished_at < now() - interval '90 days'")
                .executeUpdate();
    }

    /** Two nodes may see the same report: the second one finds its row locked, or worked off. */
    private boolean take(long reportId) {
        return entities.createNativeQuery(
                                """
                                UPDATE webhook_inbox SET attempts = attempts + 1 WHERE id = (
                                    SELECT id FROM webhook_inbox
                                    WHERE id = ?1 AND next_attempt_at <= now()
                                    FOR UPDATE SKIP LOCKED)
                                """)
                        .setParameter(1, reportId)
                        .executeUpdate()
                == 1;
    }

    private Outcome apply(Report report) {
        WebhookDocument document = WebhookDocument.read(report.body());
        if (!document.isAbout(report.eventName())) {
            return Outcome.rejected("The header names another event than the body");
        }
        Optional<GatewayResource> resource = document.resource();
        if (resource.isEmpty()) {
            return Outcome.done("No meaning here: " + document.data().type());
        }
        report.identify(document.data().type(), resource.get());
        return resources.apply(resource.get(), document.purchase());
    }
}

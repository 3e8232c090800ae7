package studio.pingvas.payment.gateway;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.payment.lemonsqueezy.Invoice;
import studio.pingvas.payment.subscriptions.Subscription;

/** What the reconciler compares with, and up to where it has read. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReconciliationStore {
    private static final String SUBSCRIPTION_VERSIONS =
            "select s.sourceId, s.sourceUpdatedAt from Subscription s"
                    + " where s.source = :source and s.sourceId in :ids";
    private static final String INVOICE_VERSIONS =
            "select i.sourceId, i.sourceUpdatedAt from Invoice i"
                    + " where i.source = :source and i.sourceId in :ids";

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    /** The version that is known of each; what is not known is absent. */
    public Map<String, Instant> versions(String type, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Instant> versions = new HashMap<>();
        for (Object[] row : rows(type, ids)) {
            versions.put((String) row[0], (Instant) row[1]);
        }
        return versions;
    }

    /** 1 if nothing is left over from an earlier run. */
    public int nextPage(String type) {
        List<?> pages =
                entities.createNativeQuery("SELECT next_page FROM reconciliation WHERE type = ?1")
                        .setParameter(1, type)
                        .getResultList();
        return pages.isEmpty() ? 1 : ((Number) pages.get(0)).intValue();
    }

    public void continueAt(String type, int page) {
        entities.createNativeQuery(
                        "INSERT INTO reconciliation (type, next_page) VALUES (?1, ?2)"
                                + " ON CONFLICT (type) DO UPDATE SET next_page = ?2")
                .setParameter(1, type)
                .setParameter(2, page)
                .executeUpdate();
    }

    private List<Object[]> rows(String type, Collection<String> ids) {
        return switch (type) {
            case LemonSqueezyClient.SUBSCRIPTIONS ->
                    rows(SUBSCRIPTION_VERSIONS, Subscription.LEMON_SQUEEZY, ids);
            case LemonSqueezyClient.INVOICES ->
                    rows(INVOICE_VERSIONS, Invoice.SUBSCRIPTION_PAYMENT, ids);
            default -> rows(INVOICE_VERSIONS, Invoice.ORDER, ids);
        };
    }

    private List<Object[]> rows(String query, String source, Collection<String> ids) {
        return entities.createQuery(query, Object[].class)
                .setParameter("source", source)
                .setParameter("ids", ids)
                .getResultList();
    }
}

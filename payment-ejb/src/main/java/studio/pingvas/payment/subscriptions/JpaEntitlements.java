package studio.pingvas.payment.subscriptions;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.payment.plans.PlanCatalog;

/** The tier is read from the database at every call: a token may tell yesterday's. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaEntitlements implements Entitlements {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject PlanCatalog plans;

    /** One question: a transaction around it would be two more. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Plan planOf(UUID userId) {
        return plans.of(tierOf(userId));
    }

    @Override
    public List<Plan> plans() {
        return plans.plans();
    }

    /** Whoever has two subscriptions, while one replaces the other, has the better one. */
    private Tier tierOf(UUID userId) {
        List<?> tiers =
                entities.createNativeQuery("SELECT tier FROM live_subscription WHERE user_id = ?1")
                        .setParameter(1, userId)
                        .getResultList();
        return tiers.stream()
                .map(tier -> Tier.ofKey((String) tier))
                .max(Comparator.naturalOrder())
                .orElse(Tier.FREE);
    }
}

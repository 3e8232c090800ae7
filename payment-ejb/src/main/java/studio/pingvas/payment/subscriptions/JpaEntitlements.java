package studio.pingvas.payment.subscriptions;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.payment.plans.PlanCatalog;

/** The tier comes from the database, never from a token, which may tell yesterday's. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaEntitlements implements Entitlements {
    @Inject RecentTiers tiers;
    @Inject PlanCatalog plans;

    @Override
    public Plan planOf(UUID userId) {
        return plans.of(tiers.of(userId));
    }

    @Override
    public List<Plan> plans() {
        return plans.plans();
    }
}

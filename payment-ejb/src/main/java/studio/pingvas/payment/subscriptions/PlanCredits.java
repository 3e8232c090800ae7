package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.payment.credits.LedgerInTransaction;

/**
 * The plan credits of a subscription. A user has one bucket of them, whatever it is filled by: so
 * they expire only where nothing else pays for them. Only for callers that have the user's turn.
 */
@Dependent
public class PlanCredits {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject LedgerInTransaction ledger;

    /** A new period replaces what is left of the one before. */
    public void renew(Subscription subscription, long credits, String key, String description) {
        if (hasOther(subscription)) {
            add(subscription, credits, key, description);
        } else {
            ledger.renewPlan(subscription.userId(), credits, key, description);
        }
    }

    public void add(Subscription subscription, long credits, String key, String description) {
        ledger.grant(subscription.userId(), CreditBucket.PLAN, credits, key, description);
    }

    /** The key names the credits, so those that come late expire by a key of their own. */
    void expire(Subscription subscription) {
        if (subscription.lastGrantKey() != null && !hasOther(subscription)) {
            ledger.expirePlan(
                    subscription.userId(),
                    "expired:" + subscription.lastGrantKey(),
                    "End of the " + subscription.tier().key() + " plan");
        }
    }

    private boolean hasOther(Subscription subscription) {
        // Written first: the view reads the table.
        entities.flush();
        Number others =
                (Number)
                        entities.createNativeQuery(
                                        "SELECT count(*) FROM live_subscription WHERE tier <>"
                                                + " 'free' AND user_id = ?1 AND id <> ?2")
                                .setParameter(1, subscription.userId())
                                .setParameter(2, subscription.id())
                                .getSingleResult();
        return others.longValue() > 0;
    }
}

package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.payment.credits.LedgerInTransaction;

/** What happens when a subscription is over. */
@Dependent
public class SubscriptionEnding {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject LedgerInTransaction ledger;

    /**
     * Lets its credits expire if its end is reached. The key names the credits, so those that a
     * late report brings after the end expire too. Only for callers that have the user's turn.
     *
     * @return whether it was closed by this call
     */
    public boolean closeIfOver(Subscription subscription, Instant now) {
        if (subscription.isClosed() || !subscription.isOver(now)) {
            return false;
        }
        // Credits lie in one bucket: they stay while something else of the user pays for them.
        if (subscription.lastGrantKey() != null && !hasOther(subscription)) {
            ledger.expirePlan(
                    subscription.userId(),
                    "expired:" + subscription.lastGrantKey(),
                    "End of the " + subscription.tier().key() + " plan");
        }
        subscription.close(now);
        return true;
    }

    private boolean hasOther(Subscription subscription) {
        // Written first: the view reads the table.
        entities.flush();
        return count(subscription.userId(), subscription.id()) > 0;
    }

    private long count(UUID userId, UUID except) {
        return ((Number)
                        entities.createNativeQuery(
                                        "SELECT count(*) FROM live_subscription"
                                                + " WHERE user_id = ?1 AND id <> ?2")
                                .setParameter(1, userId)
                                .setParameter(2, except)
                                .getSingleResult())
                .longValue();
    }
}

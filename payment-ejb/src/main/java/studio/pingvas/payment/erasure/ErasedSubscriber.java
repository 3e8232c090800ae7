package studio.pingvas.payment.erasure;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.payment.subscriptions.CurrentSubscription;
import studio.pingvas.payment.subscriptions.Subscription;
import studio.pingvas.payment.subscriptions.SubscriptionEnding;
import studio.pingvas.payment.subscriptions.Turns;

/** The rows of somebody whose account is deleted; each call in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ErasedSubscriber {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject Turns turns;
    @Inject CurrentSubscription current;
    @Inject SubscriptionEnding ending;

    /** Whether the payment gateway would collect a next payment. */
    public boolean isCharged(UUID userId) {
        return current.managed(userId).filter(Subscription::isCharged).isPresent();
    }

    /**
     * Ends what no gateway manages, and forgets what the person wrote. Paid periods run out as the
     * gateway reports them, and invoices are kept as the law wants it: they name nobody.
     */
    public void erase(UUID userId) {
        turns.awaitUser(userId);
        Instant now = turns.now();
        entities.createNativeQuery("DELETE FROM enterprise_request WHERE user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
        // The reference stays: a payment that is reported late must not become nobody's.
        entities.createNativeQuery(
                        "UPDATE gateway_request SET email_sha256 = NULL WHERE user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
        // The reference stays: what the gateway reports under it has to find its books.
        entities.createNativeQuery(
                        "UPDATE gateway_request SET email_sha256 = NULL, url = NULL"
                                + " WHERE user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
        for (Subscription subscription : unmanaged(userId)) {
            subscription.end(now);
            ending.closeIfOver(subscription, now);
        }
    }

    /**
     * Somebody may have paid on a page that was open since before the deletion: then the order to
     * erase is open again, so that nothing more is charged.
     */
    public void reopenForLatePayers() {
        entities.createNativeQuery(
                        """
                        UPDATE erasure SET done_at = NULL, claimed_until = NULL
                        WHERE done_at IS NOT NULL AND user_id IN (
                            SELECT user_id FROM subscription
                            WHERE source = ?1 AND closed_at IS NULL
                                AND status NOT IN ('cancelling', 'expired'))
                        """)
                .setParameter(1, Subscription.LEMON_SQUEEZY)
                .executeUpdate();
    }

    private List<Subscription> unmanaged(UUID userId) {
        return entities.createQuery(
                        "select s from Subscription s where s.userId = :user"
                                + " and s.source <> :gateway and s.closedAt is null",
                        Subscription.class)
                .setParameter("user", userId)
                .setParameter("gateway", Subscription.LEMON_SQUEEZY)
                .getResultList();
    }
}

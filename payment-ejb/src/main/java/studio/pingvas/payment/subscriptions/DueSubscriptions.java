package studio.pingvas.payment.subscriptions;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import studio.pingvas.payment.credits.LedgerInTransaction;
import studio.pingvas.payment.plans.PlanCatalog;

/**
 * What becomes due by the clock: who is concerned, and what is done about one of them, each call in
 * a transaction of its own. What is done looks again, so it may be asked for twice.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DueSubscriptions {
    private static final String OVER =
            """
            SELECT id FROM subscription
            WHERE closed_at IS NULL AND (status = 'expired' OR ends_at <= now()
                OR status IN ('past_due', 'unpaid') AND grace_ends_at <= now())
            LIMIT ?1
            """;
    private static final String WITHOUT_MONTH =
            """
            SELECT s.id FROM subscription s JOIN live_subscription USING (id)
            WHERE s.next_grant_at <= now() AND s.closed_at IS NULL
                AND s.status IN ('active', 'cancelling')
                AND (s.billing_interval IS NULL
                    OR s.next_grant_at < s.period_start + interval '1 year')
            ORDER BY s.next_grant_at LIMIT ?1
            """;

    /** Whoever has spent nothing of it has nothing to get; so has whoever is not there any more. */
    private static final String WITHOUT_FREE_MONTH =
            """
            SELECT user_id FROM credit_account a
            WHERE plan < ?1 AND opened_at < date_trunc('month', now(), 'UTC')
                AND NOT EXISTS (SELECT FROM subscription s WHERE s.user_id = a.user_id
                    AND s.tier <> 'free' AND s.closed_at IS NULL)
                AND NOT EXISTS (SELECT FROM erasure e WHERE e.user_id = a.user_id)
                AND NOT EXISTS (SELECT FROM plan_period
                    WHERE key = 'free:' || a.user_id || to_char(now() AT TIME ZONE 'UTC', ':YYYY-MM'))
            LIMIT ?2
            """;

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject PlanCatalog plans;
    @Inject Turns turns;
    @Inject LedgerInTransaction ledger;
    @Inject PlanCredits credits;
    @Inject SubscriptionEnding ending;
    @Inject SubscriptionAnnouncer announcer;

    public List<UUID> over(int limit) {
        return ids(OVER, limit);
    }

    public List<UUID> withoutMonth(int limit) {
        return ids(WITHOUT_MONTH, limit);
    }

    public List<UUID> withoutFreeMonth(int limit) {
        return ids(WITHOUT_FREE_MONTH, plans.signupCredits(), limit);
    }

    public void close(UUID subscriptionId) {
        Subscription subscription = takeTurn(subscriptionId);
        Instant now = turns.now();
        if (ending.closeIfOver(subscription, now)) {
            announcer.announce(subscription.userId(), now);
        }
    }

    /** A month that is missed as a whole is over: only the present one is given. */
    public void giveMonth(UUID subscriptionId) {
        Subscription subscription = takeTurn(subscriptionId);
        Instant now = turns.now();
        Instant due = subscription.nextGrantAt();
        if (due == null || due.isAfter(now) || subscription.isOver(now)) {
            return;
        }
        String key = "month:" + subscription.id() + ":" + due;
        long month =
                subscription.creditsPerMonth() == null
                        ? plans.of(subscription.tier()).creditsPerMonth()
                        : subscription.creditsPerMonth();
        if (month > 0) {
            credits.renew(
                    subscription,
                    month,
                    key,
                    "A month of the " + subscription.tier().key() + " plan");
        }
        subscription.grantedMonth(key, now);
    }

    public void giveFreeMonth(UUID userId) {
        turns.awaitUser(userId);
        YearMonth month = YearMonth.from(turns.now().atOffset(ZoneOffset.UTC));
        ledger.renewPlan(
                userId,
                plans.signupCredits(),
                "free:" + userId + ":" + month,
                "A month of the free plan");
    }

    private Subscription takeTurn(UUID subscriptionId) {
        Subscription seen = entities.find(Subscription.class, subscriptionId);
        turns.awaitResource(seen.source(), seen.sourceId());
        turns.awaitUser(seen.userId());
        entities.refresh(seen, LockModeType.PESSIMISTIC_WRITE);
        return seen;
    }

    private List<UUID> ids(String sql, Object... arguments) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }
}

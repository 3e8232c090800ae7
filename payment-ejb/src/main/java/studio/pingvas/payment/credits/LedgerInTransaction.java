package studio.pingvas.payment.credits;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.payment.plans.PlanCatalog;

/**
 * Operations of the ledger as part of the caller's transaction, for rows of this module that change
 * together with credits. A transaction may do so for one user only, and must have begun with a
 * write: that is how the provider knows to read on the same connection.
 */
@Dependent
public class LedgerInTransaction {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject PlanCatalog plans;

    /** Gives credits, once per key. */
    public void grant(
            UUID userId, CreditBucket bucket, long credits, String key, String description) {
        call(
                "SELECT 1 FROM (SELECT grant_credits(?1, ?2, ?3, ?4, ?5, ?6, ?7)) AS done",
                userId,
                bucket.name().toLowerCase(Locale.ROOT),
                credits,
                key,
                bucket == CreditBucket.PLAN ? "subscription_grant" : "purchase",
                description,
                plans.signupCredits());
    }

    /**
     * What is left of the plan credits expires, then those of the new period come; once per key.
     */
    public void renewPlan(UUID userId, long credits, String key, String description) {
        call(
                "SELECT 1 FROM (SELECT renew_plan(?1, ?2, ?3, ?4, ?5)) AS done",
                userId,
                credits,
                key,
                description,
                plans.signupCredits());
    }

    /** What is left of the plan credits expires, once per key. */
    public void expirePlan(UUID userId, String key, String description) {
        call(
                "SELECT 1 FROM (SELECT expire_plan(?1, ?2, ?3, ?4)) AS done",
                userId,
                key,
                description,
                plans.signupCredits());
    }

    /** Takes credits back, once per key; what the user no longer has becomes a debt. */
    public void takeBack(
            UUID userId, CreditBucket bucket, long credits, String key, String description) {
        call(
                "SELECT 1 FROM (SELECT take_back_credits(?1, ?2, ?3, ?4, ?5, ?6)) AS done",
                userId,
                bucket.name().toLowerCase(Locale.ROOT),
                credits,
                key,
                description,
                plans.signupCredits());
    }

    /** How many plan credits were left, and expired, at the end of the period of that grant. */
    public long expiredAfter(String grantKey) {
        return ((Number)
                        query(
                                        """
                                        SELECT coalesce(sum(t.amount), 0) FROM (
                                            SELECT p.user_id, p.key FROM plan_period p
                                            JOIN transfer g ON g.user_id = p.user_id
                                            WHERE g.key = ?1 AND p.transfers >= g.number
                                            ORDER BY p.number LIMIT 1
                                        ) AS ended
                                        JOIN transfer t ON t.key = 'expiry:' || ended.key
                                        """,
                                        grantKey)
                                .getSingleResult())
                .longValue();
    }

    private void call(String sql, Object... arguments) {
        query(sql, arguments).getSingleResult();
    }

    private Query query(String sql, Object... arguments) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query;
    }
}

package studio.pingvas.payment.subscriptions;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.platform.Uuid7;

/** Subscriptions that the operator names in the settings. */
@Stateless
public class ProvidedSubscriptions {
    static final String SOURCE = "bootstrap";

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject Event<SubscriptionWritten> written;

    /** Whether the user has or had any subscription. */
    public boolean isSubscriber(UUID userId) {
        return entities.createQuery(
                                "select count(s) from Subscription s where s.userId = :user",
                                Long.class)
                        .setParameter("user", userId)
                        .getSingleResult()
                > 0;
    }

    /**
     * Once per user, also if several nodes start at the same time. The first month of credits is
     * there already.
     */
    public void add(UUID userId, Tier tier) {
        entities.createNativeQuery(
                        """
                        INSERT INTO subscription (id, user_id, tier, status, source, source_id,
                            last_grant_key, next_grant_at)
                        VALUES (?1, ?2, ?3, 'active', ?4, ?5, ?4 || ':' || ?5,
                            CASE ?3 WHEN 'free' THEN NULL ELSE now() + interval '1 month' END)
                        ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, Uuid7.create())
                .setParameter(2, userId)
                .setParameter(3, tier.key())
                .setParameter(4, SOURCE)
                .setParameter(5, userId.toString())
                .executeUpdate();
        written.fire(new SubscriptionWritten(userId));
    }
}

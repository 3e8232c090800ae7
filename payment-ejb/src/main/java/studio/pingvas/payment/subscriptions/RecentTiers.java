package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.platform.concurrent.RecentAnswers;

/**
 * Which tier users have, asked at every submission and answered from memory for a second: so long
 * can the change of a subscription by another node, or its end by the clock, stay unknown here.
 */
@ApplicationScoped
public class RecentTiers {
    private static final int CAPACITY = 20_000;
    private static final Duration LIFE = Duration.ofSeconds(1);

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    RecentAnswers<UUID, Tier> answers = new RecentAnswers<>(CAPACITY, LIFE);

    /** To be called outside of a transaction: one question, around which it would be two more. */
    Tier of(UUID userId) {
        return answers.get(userId, this::read);
    }

    /** Who has just bought a plan has it. */
    public void onWritten(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) SubscriptionWritten change) {
        answers.forgetAnswerTo(change.userId());
    }

    /** Whoever has two subscriptions, while one replaces the other, has the better one. */
    private Tier read(UUID userId) {
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

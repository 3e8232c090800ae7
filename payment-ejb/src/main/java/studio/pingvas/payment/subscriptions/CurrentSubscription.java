package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.payment.plans.PlanCatalog;

/** Which of a user's subscriptions counts, and how it looks from outside. */
@Dependent
public class CurrentSubscription {
    /** Nobody has more that are not closed; of the closed ones the newest is enough. */
    private static final int MOST = 20;

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject PlanCatalog plans;

    /** As of now. */
    public SubscriptionView viewOf(UUID userId) {
        Set<UUID> live = liveOnes(userId);
        List<Subscription> all = newestFirst(userId);
        return all.stream()
                .filter(each -> live.contains(each.id()))
                .max(Comparator.comparing(Subscription::tier))
                .map(each -> view(each, plans.of(each.tier()), statusOf(each)))
                .or(() -> notLive(all))
                .orElseGet(this::none);
    }

    /**
     * The one that can be changed at the payment gateway: not closed, the highest if there are
     * several.
     */
    public Optional<Subscription> managed(UUID userId) {
        return newestFirst(userId).stream()
                .filter(each -> !each.isClosed() && isManaged(each))
                .max(Comparator.comparing(Subscription::tier));
    }

    /** Nothing of it counts now: paused, unpaid, refunded, or over. */
    private Optional<SubscriptionView> notLive(List<Subscription> newestFirst) {
        Plan free = plans.of(Tier.FREE);
        return newestFirst.stream()
                .filter(each -> !each.isClosed())
                .findFirst()
                .or(() -> newestFirst.stream().findFirst())
                .map(each -> view(each, free, endedStatusOf(each)));
    }

    private Set<UUID> liveOnes(UUID userId) {
        List<?> ids =
                entities.createNativeQuery("SELECT id FROM live_subscription WHERE user_id = ?1")
                        .setParameter(1, userId)
                        .getResultList();
        return ids.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    private List<Subscription> newestFirst(UUID userId) {
        return entities.createQuery(
                        "select s from Subscription s where s.userId = :user"
                                + " order by case when s.closedAt is null then 0 else 1 end,"
                                + " s.startedAt desc, s.id desc",
                        Subscription.class)
                .setParameter("user", userId)
                .setMaxResults(MOST)
                .getResultList();
    }

    private SubscriptionView none() {
        return new SubscriptionView(
                null,
                plans.of(Tier.FREE),
                SubscriptionView.Status.NONE,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private static SubscriptionView view(
            Subscription subscription, Plan plan, SubscriptionView.Status status) {
        return new SubscriptionView(
                subscription.id(),
                plan,
                status,
                subscription.interval(),
                subscription.periodStart(),
                subscription.renewsAt(),
                subscription.endsAt(),
                subscription.graceEndsAt(),
                isManaged(subscription));
    }

    private static boolean isManaged(Subscription subscription) {
        return Subscription.LEMON_SQUEEZY.equals(subscription.source());
    }

    private static SubscriptionView.Status statusOf(Subscription subscription) {
        return SubscriptionView.Status.valueOf(subscription.status().name());
    }

    /** The gateway may not have told the end yet; and one that runs but was refunded is unpaid. */
    private static SubscriptionView.Status endedStatusOf(Subscription subscription) {
        if (subscription.isClosed() && !subscription.isPastDue()) {
            return SubscriptionView.Status.EXPIRED;
        }
        return switch (subscription.status()) {
            case CANCELLING, EXPIRED -> SubscriptionView.Status.EXPIRED;
            case PAUSED -> SubscriptionView.Status.PAUSED;
            case TRIAL, ACTIVE, PAST_DUE, UNPAID ->
                    subscription.endsAt() == null
                            ? SubscriptionView.Status.UNPAID
                            : SubscriptionView.Status.EXPIRED;
        };
    }
}

package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.contracts.payment.message.PaymentFailed;
import studio.pingvas.contracts.payment.message.SubscriptionChanged;
import studio.pingvas.payment.events.PaymentEvents;

/** Tells what other modules go by, each change once, in the transaction that makes it. */
@Dependent
public class SubscriptionAnnouncer {
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject CurrentSubscription current;
    @Inject PaymentEvents events;
    @Inject Event<SubscriptionWritten> written;

    /** Only for callers that have the user's turn. */
    public void announce(UUID userId, Instant at) {
        // The view of what is live reads the table.
        entities.flush();
        written.fire(new SubscriptionWritten(userId));
        SubscriptionView view = current.viewOf(userId);
        AnnouncedSubscription announced = announcedTo(userId);
        if (announced.says(view)) {
            return;
        }
        Tier before = announced.tier();
        announced.say(view);
        entities.persist(announced);
        events.publish(message(userId, view, before, at));
    }

    public void announcePaymentFailed(Subscription subscription, Instant at) {
        events.publish(
                new PaymentFailed(
                        PaymentFailed.VERSION,
                        subscription.userId(),
                        subscription.graceEndsAt(),
                        at));
    }

    private AnnouncedSubscription announcedTo(UUID userId) {
        AnnouncedSubscription announced = entities.find(AnnouncedSubscription.class, userId);
        return announced == null ? new AnnouncedSubscription(userId) : announced;
    }

    private static SubscriptionChanged message(
            UUID userId, SubscriptionView view, Tier before, Instant at) {
        Plan plan = view.plan();
        return new SubscriptionChanged(
                SubscriptionChanged.VERSION,
                userId,
                plan.tier(),
                before,
                view.status(),
                plan.creditsPerMonth(),
                plan.storageBytes(),
                view.endsAt(),
                at);
    }
}

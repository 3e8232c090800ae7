package studio.pingvas.payment.subscriptions;

import jakarta.persistence.EntityManager;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.payment.events.TestEvents;
import studio.pingvas.payment.plans.PlanCatalog;

/** Wires what the container would. */
public final class TestSubscriptions {
    private TestSubscriptions() {}

    public static Turns turns(EntityManager entities) {
        Turns turns = new Turns();
        turns.entities = entities;
        return turns;
    }

    public static CurrentSubscription current(EntityManager entities) {
        CurrentSubscription current = new CurrentSubscription();
        current.entities = entities;
        current.plans = PlanCatalog.bundled();
        return current;
    }

    public static SubscriptionEnding ending(EntityManager entities) {
        SubscriptionEnding ending = new SubscriptionEnding();
        ending.entities = entities;
        ending.ledger = Ledgers.in(entities);
        return ending;
    }

    public static SubscriptionAnnouncer announcer(EntityManager entities) {
        SubscriptionAnnouncer announcer = new SubscriptionAnnouncer();
        announcer.entities = entities;
        announcer.current = current(entities);
        announcer.events = TestEvents.in(entities);
        return announcer;
    }
}

package studio.pingvas.payment.subscriptions;

import jakarta.persistence.EntityManager;
import studio.pingvas.payment.SilentEvent;
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
        ending.credits = credits(entities);
        return ending;
    }

    public static PlanCredits credits(EntityManager entities) {
        PlanCredits credits = new PlanCredits();
        credits.entities = entities;
        credits.ledger = Ledgers.in(entities);
        return credits;
    }

    public static DueSubscriptions due(EntityManager entities) {
        DueSubscriptions due = new DueSubscriptions();
        due.entities = entities;
        due.plans = PlanCatalog.bundled();
        due.turns = turns(entities);
        due.ledger = Ledgers.in(entities);
        due.credits = credits(entities);
        due.ending = ending(entities);
        due.announcer = announcer(entities);
        return due;
    }

    /** Without a container's events it knows of a change when its second is over. */
    public static RecentTiers tiers(EntityManager entities) {
        RecentTiers tiers = new RecentTiers();
        tiers.entities = entities;
        return tiers;
    }

    public static SubscriptionAnnouncer announcer(EntityManager entities) {
        SubscriptionAnnouncer announcer = new SubscriptionAnnouncer();
        announcer.entities = entities;
        announcer.current = current(entities);
        announcer.events = TestEvents.in(entities);
        announcer.written = new SilentEvent<>();
        return announcer;
    }
}

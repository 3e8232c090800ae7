package studio.pingvas.web.faces.payment;

import java.util.List;
import java.util.Optional;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.SubscriptionView.Status;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.web.faces.payment.PlanCard.Step;

/** Lays the plans out for somebody: what each costs, and the way there. */
final class PlanCards {
    private final SubscriptionView current;
    private final BillingInterval interval;
    private final List<Offer> offers;

    PlanCards(SubscriptionView current, BillingInterval interval, List<Offer> offers) {
        this.current = current;
        this.interval = interval;
        this.offers = offers;
    }

    List<PlanCard> of(List<Plan> plans) {
        return plans.stream().map(this::cardOf).toList();
    }

    private PlanCard cardOf(Plan plan) {
        Optional<Offer> offer = offer(plan.tier(), interval);
        return new PlanCard(
                plan,
                offer.map(Offer::usdCents).orElse(null),
                stepTo(plan.tier(), offer.isPresent()),
                offer.isPresent() && costsMore(offer.get()));
    }

    private Optional<Offer> offer(Tier tier, BillingInterval by) {
        return offers.stream()
                .filter(offer -> offer.tier() == tier && offer.interval() == by)
                .findFirst();
    }

    private Step stepTo(Tier tier, boolean offered) {
        Tier own = current.plan().tier();
        if (tier == own) {
            boolean same = current.interval() == null || current.interval() == interval;
            return same ? Step.CURRENT : changeTo(Step.OTHER_INTERVAL);
        }
        if (!offered) {
            return tier == Tier.ENTERPRISE ? Step.ASK : Step.NONE;
        }
        if (current.status() == Status.NONE || current.status() == Status.EXPIRED) {
            return Step.BUY;
        }
        return changeTo(tier.compareTo(own) > 0 ? Step.UP : Step.DOWN);
    }

    /** What is cancelled, paused or not paid has to be put in order first. */
    private Step changeTo(Step step) {
        boolean running = current.status() == Status.ACTIVE || current.status() == Status.TRIAL;
        return running && current.managed() ? step : Step.NONE;
    }

    /** More money for the same time is charged at once, less from the next renewal on. */
    private boolean costsMore(Offer wanted) {
        return offer(current.plan().tier(), current.interval())
                .map(had -> perYear(wanted) > perYear(had))
                .orElse(true);
    }

    private static long perYear(Offer offer) {
        return offer.interval() == BillingInterval.YEAR ? offer.usdCents() : 12L * offer.usdCents();
    }
}

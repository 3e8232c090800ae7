package studio.pingvas.web.faces.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.web.faces.PageFormat;
import studio.pingvas.web.faces.Texts;

/** Says where a subscription stands, and what each step would do, before it is done. */
@Named
@RequestScoped
public class BillingWords {
    @Inject PageFormat format;
    @Inject BillingPage page;

    public String nameOf(Plan plan) {
        return Texts.of("tier." + plan.tier().key());
    }

    /** A sentence with an element for its time. */
    public String getState() {
        SubscriptionState state = page.getState();
        return Texts.of(
                "billing.state." + state.key(),
                state.when() == null ? null : format.day(state.when()));
    }

    public String getCancellation() {
        SubscriptionView current = page.getCurrent();
        return Texts.of("billing.cancel.text", nameOf(current.plan()));
    }

    public String priceOf(PlanCard card) {
        if (card.usdCents() == null) {
            return Texts.of(card.isByContract() ? "billing.by.contract" : "billing.free");
        }
        return Texts.of(
                page.isYearly() ? "billing.per.year" : "billing.per.month",
                format.money(card.usdCents(), "USD"));
    }

    public String labelOf(PlanCard card) {
        return Texts.of("billing.step." + card.step().key());
    }

    public String consequenceOf(PlanCard card) {
        if (card.isChange()) {
            return Texts.of(card.chargedNow() ? "billing.charged.now" : "billing.charged.later");
        }
        return card.isBuyable() ? Texts.of("billing.charged.first") : "";
    }
}

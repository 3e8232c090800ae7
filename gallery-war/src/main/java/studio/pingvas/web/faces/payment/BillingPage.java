package studio.pingvas.web.faces.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.Checkouts;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.SubscriptionView.Status;
import studio.pingvas.contracts.payment.Subscriptions;
import studio.pingvas.web.security.Caller;

/** The plan that somebody has beside the others. The interval is in the address. */
@Named
@RequestScoped
public class BillingPage {
    @EJB Subscriptions subscriptions;
    @EJB Entitlements entitlements;
    @EJB Checkouts checkouts;
    @Inject Caller caller;
    @Inject ShownInterval interval;

    private SubscriptionView current;

    public SubscriptionView getCurrent() {
        if (current == null) {
            current = subscriptions.current(caller.userId());
        }
        return current;
    }

    /** After a step: buttons have looked at what was before it. */
    void forget() {
        current = null;
    }

    public SubscriptionState getState() {
        return SubscriptionState.of(getCurrent());
    }

    public List<PlanCard> getCards() {
        return new PlanCards(getCurrent(), shownInterval(), checkouts.offers())
                .of(entitlements.plans());
    }

    public boolean isCancellable() {
        return getCurrent().managed()
                && switch (getCurrent().status()) {
                    case TRIAL, ACTIVE, PAST_DUE, PAUSED, UNPAID -> true;
                    case NONE, CANCELLING, EXPIRED -> false;
                };
    }

    public boolean isResumable() {
        return getCurrent().managed() && getCurrent().status() == Status.CANCELLING;
    }

    /** The gateway's own page exists for whoever has ever subscribed there. */
    public boolean isPortalThere() {
        return getCurrent().managed() && getCurrent().id() != null;
    }

    public boolean isYearly() {
        return shownInterval() == BillingInterval.YEAR;
    }

    /** The one of the address; else the one that is paid by; else the month. */
    BillingInterval shownInterval() {
        for (BillingInterval known : BillingInterval.values()) {
            if (known.key().equals(interval.getKey())) {
                return known;
            }
        }
        BillingInterval paid = getCurrent().interval();
        return paid == null ? BillingInterval.MONTH : paid;
    }
}

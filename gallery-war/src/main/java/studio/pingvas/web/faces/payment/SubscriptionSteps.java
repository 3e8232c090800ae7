package studio.pingvas.web.faces.payment;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import java.util.function.Consumer;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.Subscriptions;
import studio.pingvas.contracts.payment.Subscriptions.PlanChange;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** Buying, changing, cancelling and resuming a subscription. */
@Named
@ViewScoped
public class SubscriptionSteps implements Serializable {
    private static final long serialVersionUID = 1L;

    @EJB Subscriptions subscriptions;
    @Inject Caller caller;
    @Inject Departure departure;
    @Inject BillingPage page;

    private final PurchaseKeys keys = new PurchaseKeys();

    public void buy() {
        attempt(user -> departure.toSubscribe(wantedTier(), interval(), keyOf("buy")));
    }

    /** The gateway may want it confirmed on a page of its own. */
    public void change() {
        attempt(
                user -> {
                    Tier tier = wantedTier();
                    PlanChange change =
                            subscriptions.change(user, tier, interval(), keyOf("change"));
                    if (change.confirmationUrl() == null) {
                        tell("billing.changed", Texts.of("tier." + tier.key()));
                    } else {
                        Faces.redirect(change.confirmationUrl());
                    }
                });
    }

    public void cancel() {
        attempt(
                user -> {
                    subscriptions.cancel(user);
                    tell("billing.cancelled");
                });
    }

    public void resume() {
        attempt(
                user -> {
                    subscriptions.resume(user);
                    tell("billing.resumed");
                });
    }

    public void openPortal() {
        attempt(user -> Faces.redirect(subscriptions.customerPortal(user)));
    }

    private void attempt(Consumer<UUID> step) {
        try {
            step.accept(caller.userId());
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        page.forget();
    }

    private static void tell(String key, Object... values) {
        Messages.addGlobalInfo(Texts.of(key, values));
    }

    private static Tier wantedTier() {
        return Tier.ofKey(Faces.getRequestParameter("tier"));
    }

    private BillingInterval interval() {
        return page.shownInterval();
    }

    private String keyOf(String step) {
        return keys.of(step, wantedTier().key(), interval().key());
    }
}

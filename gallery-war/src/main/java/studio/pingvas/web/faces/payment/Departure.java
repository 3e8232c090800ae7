package studio.pingvas.web.faces.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.CheckoutView;
import studio.pingvas.contracts.payment.Checkouts;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.web.rest.payment.VerifiedBuyer;

/** Sends a buyer to the page of the payment gateway, and remembers how the credits stood. */
@RequestScoped
class Departure {
    @EJB Checkouts checkouts;
    @Inject VerifiedBuyer buyer;
    @Inject IncomingCredits credits;
    @Inject PendingPurchase pending;

    void toSubscribe(Tier tier, BillingInterval interval, String key) {
        leave(checkouts.subscribe(buyer.get(), tier, interval, key));
    }

    void toBuyCredits(String packId, String key) {
        leave(checkouts.buyCredits(buyer.get(), packId, key));
    }

    private void leave(CheckoutView checkout) {
        pending.begin(credits.newest());
        Faces.redirect(checkout.checkoutUrl());
    }
}

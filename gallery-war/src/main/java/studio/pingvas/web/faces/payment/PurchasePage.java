package studio.pingvas.web.faces.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.web.security.Caller;

/** Where buyers come back to: waits with them until the credits are there. */
@Named
@RequestScoped
public class PurchasePage {
    @EJB CreditLedger ledger;
    @Inject Caller caller;
    @Inject IncomingCredits credits;
    @Inject PendingPurchase pending;

    private Boolean arrived;

    public boolean isArrived() {
        if (arrived == null) {
            arrived = pending.hasArrived(credits.newest());
        }
        return arrived;
    }

    public boolean isAwaited() {
        return pending.isBegun() && !isArrived();
    }

    public long getAvailable() {
        return ledger.balance(caller.userId()).available();
    }
}

package studio.pingvas.web.faces.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.web.security.Caller;

/** How credits came to the caller lately. */
@RequestScoped
class IncomingCredits {
    /** Spending that comes between hides no income, unless there is a lot of it. */
    private static final int LOOKED_AT = 100;

    @EJB CreditLedger ledger;
    @Inject Caller caller;

    /** The entry of the history by which credits came last; null if none did. */
    UUID newest() {
        return ledger.history(caller.userId(), null, LOOKED_AT).items().stream()
                .filter(entry -> entry.amount() > 0)
                .findFirst()
                .map(Entry::id)
                .orElse(null);
    }
}

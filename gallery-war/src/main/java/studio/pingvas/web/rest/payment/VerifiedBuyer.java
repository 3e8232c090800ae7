package studio.pingvas.web.rest.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import studio.pingvas.contracts.payment.Buyer;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.contracts.user.EmailNotVerifiedException;
import studio.pingvas.web.security.Caller;

/** The caller as somebody who may buy: receipts go to an address that is known to be theirs. */
@RequestScoped
public class VerifiedBuyer {
    @EJB Accounts accounts;
    @Inject Caller caller;

    /**
     * @throws EmailNotVerifiedException if the caller has no verified address
     */
    public Buyer get() {
        AccountView account = accounts.get(caller.userId());
        if (!account.emailVerified() || account.email() == null) {
            throw new EmailNotVerifiedException();
        }
        return new Buyer(account.id(), account.email());
    }
}

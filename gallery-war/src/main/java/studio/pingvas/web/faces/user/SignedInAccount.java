package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.web.security.Caller;

/** The account of whoever is signed in, read once for all parts of a page. */
@RequestScoped
public class SignedInAccount {
    @EJB Accounts accounts;
    @Inject Caller caller;

    private AccountView account;

    public AccountView get() {
        if (account == null) {
            account = accounts.get(caller.userId());
        }
        return account;
    }

    /** After a change: the rest of the page shows the new state. */
    void forget() {
        account = null;
    }
}

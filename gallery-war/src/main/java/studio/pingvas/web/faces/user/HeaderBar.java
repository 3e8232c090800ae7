package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.web.security.Caller;

/** The bar above every page. */
@Named
@RequestScoped
public class HeaderBar {
    @EJB CreditLedger ledger;
    @Inject Caller caller;
    @Inject SignedInAccount account;

    public boolean isSignedIn() {
        return caller.ifSignedIn().isPresent();
    }

    public boolean isAdministrator() {
        return caller.roles().contains("admin");
    }

    public String getEmail() {
        return caller.identity().email();
    }

    public String getDisplayName() {
        return account.get().displayName();
    }

    public long getBalance() {
        return ledger.balance(caller.userId()).available();
    }

    /** For {@code aria-current}: null leaves the attribute out. */
    public String current(String page) {
        return Faces.getViewId().equals(page) ? "page" : null;
    }

    /** As {@link #current}, for all pages below an address. */
    public String within(String area) {
        return Faces.getViewId().startsWith(area) ? "true" : null;
    }
}

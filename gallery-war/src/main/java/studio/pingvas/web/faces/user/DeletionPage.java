package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** Leaving for good, by whoever can type the own address. */
@Named
@RequestScoped
public class DeletionPage {
    @EJB Accounts accounts;
    @Inject Caller caller;
    @Inject SignedInAccount account;

    private String confirmation;

    public void delete() throws ServletException {
        if (!confirms(account.get(), confirmation)) {
            FailureMessages.showAt("confirmation", Texts.of("deletion.not.confirmed", getWanted()));
            return;
        }
        try {
            accounts.delete(caller.userId());
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
            return;
        }
        Faces.logout();
        Faces.invalidateSession();
        Faces.redirect(Faces.getRequestContextPath() + Pages.LOGIN + "?done=account-deleted");
    }

    /** What has to be typed: the address, or the name of an account that has none. */
    public String getWanted() {
        return wanted(account.get());
    }

    static boolean confirms(AccountView account, String typed) {
        return typed != null && typed.strip().equalsIgnoreCase(wanted(account));
    }

    private static String wanted(AccountView account) {
        return account.email() == null ? account.displayName() : account.email();
    }

    public String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(String confirmation) {
        this.confirmation = confirmation;
    }
}

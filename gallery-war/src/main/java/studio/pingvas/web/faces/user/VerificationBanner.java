package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.EmailVerification;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.security.Caller;

/** Reminds of the mail that proves the address, until it is proven. */
@Named
@RequestScoped
public class VerificationBanner {
    @EJB EmailVerification verification;
    @Inject Caller caller;
    @Inject SignedInAccount account;

    private boolean sent;

    public boolean isNeeded() {
        return caller.ifSignedIn().isPresent()
                && account.get().email() != null
                && !account.get().emailVerified();
    }

    public String getEmail() {
        return account.get().email();
    }

    public void sendAgain() {
        try {
            verification.send(caller.userId());
            sent = true;
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    public boolean isSent() {
        return sent;
    }
}

package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.EmailVerification;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.security.Caller;

/**
 * Proving an address with the link of a mail. Looking at the page uses nothing up: programs that
 * scan mails for bad links look at it, too.
 */
@Named
@RequestScoped
public class VerifyEmailPage {
    @EJB EmailVerification verification;
    @Inject Caller caller;
    @Inject SignedInAccount account;

    private String token;
    private boolean verified;
    private boolean linkOver;

    public void verify() {
        try {
            verification.confirm(token, ownSession());
            account.forget();
            verified = true;
        } catch (TokenInvalidException | TokenExpiredException over) {
            linkOver = true;
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    private UUID ownSession() {
        return caller.ifSignedIn().map(Identity::sessionId).orElse(null);
    }

    public boolean isVerified() {
        return verified;
    }

    /** Also for a page that was opened without its link; the link comes late in a request. */
    public boolean isLinkOver() {
        return linkOver || token == null && !Faces.isPostback();
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}

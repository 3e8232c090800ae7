package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.Passwords;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Pages;

/** Choosing a new password with the link of a mail. */
@Named
@RequestScoped
public class ResetPasswordPage {
    @EJB Passwords passwords;

    private String token;
    private String password;
    private boolean linkOver;

    public void reset() {
        try {
            passwords.reset(token, password);
        } catch (TokenInvalidException | TokenExpiredException over) {
            linkOver = true;
            return;
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
            return;
        }
        Faces.redirect(Faces.getRequestContextPath() + Pages.LOGIN + "?done=password-reset");
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

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}

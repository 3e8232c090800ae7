package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.user.BadCredentialsException;
import studio.pingvas.contracts.user.ExternalSignIn;
import studio.pingvas.contracts.user.IdentityProviderView;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.TokenRefusal;

/** Signing in. */
@Named
@RequestScoped
public class LoginPage {
    @EJB ExternalSignIn external;
    @Inject Caller caller;
    @Inject PasswordLogin login;

    private String email;
    private String password;

    public void skipIfSignedIn() {
        if (caller.ifSignedIn().isPresent()) {
            Faces.redirect(Faces.getRequestContextPath() + Pages.GENERATE);
        }
    }

    public void signIn() {
        if (login.succeedsFor(email, password)) {
            Faces.redirect(Faces.getRequestContextPath() + Pages.GENERATE);
        } else {
            FailureMessages.show(
                    TokenRefusal.of(Faces.getRequest()).orElseGet(BadCredentialsException::new));
        }
    }

    /** What just happened, if it led here: a word of the address that has a text. */
    public String getDone() {
        String done = Faces.getRequestParameter("done");
        return done == null ? null : Texts.ifPresent("login.done." + done).orElse(null);
    }

    public List<IdentityProviderView> getProviders() {
        return external.providers();
    }

    /** Why a sign-in at another provider ended here. */
    public String getProblem() {
        return SignInProblem.ofAddress();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}

package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.contracts.user.Registration;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.security.ClientDevice;

/** Signing up; whoever has an account is signed in at once. */
@Named
@RequestScoped
public class RegisterPage {
    @EJB Accounts accounts;
    @Inject PasswordLogin login;
    @Inject ClientDevice device;
    @Inject PageLanguage language;

    private String displayName;
    private String email;
    private String password;

    public void register() {
        try {
            accounts.register(
                    new Registration(
                            email, password, displayName, language.getLocale().getLanguage()),
                    device.of(Faces.getRequest()));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
            return;
        }
        String next = login.succeedsFor(email, password) ? Pages.GENERATE : Pages.LOGIN;
        Faces.redirect(Faces.getRequestContextPath() + next);
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
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

package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.Passwords;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.security.ClientDevice;

/** Asking for a link to a new password; the answer is the same whether there is an account. */
@Named
@RequestScoped
public class ForgotPasswordPage {
    @EJB Passwords passwords;
    @Inject ClientDevice device;

    private String email;
    private boolean sent;

    public void send() {
        try {
            passwords.requestReset(email, device.of(Faces.getRequest()));
            sent = true;
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    public boolean isSent() {
        return sent;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}

package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.BadCredentialsException;
import studio.pingvas.contracts.user.Passwords;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Changing the password by whoever knows it. */
@Named
@RequestScoped
public class PasswordPanel {
    @EJB Passwords passwords;
    @Inject Caller caller;
    @Inject ClientDevice device;

    private String currentPassword;
    private String newPassword;

    public void change() {
        try {
            passwords.change(
                    caller.userId(),
                    currentPassword,
                    newPassword,
                    device.of(Faces.getRequest()),
                    caller.identity().sessionId());
            Messages.addGlobalInfo(Texts.of("password.changed"));
        } catch (BadCredentialsException wrong) {
            FailureMessages.showAt("current_password", Texts.of("password.current.wrong"));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    public String getCurrentPassword() {
        return currentPassword;
    }

    public void setCurrentPassword(String currentPassword) {
        this.currentPassword = currentPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }
}

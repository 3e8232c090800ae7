package studio.pingvas.web.rest.user;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.contracts.user.Registration;
import studio.pingvas.web.security.ClientDevice;

/** Opens an account; two routes lead here. */
@RequestScoped
public class SignUp {
    @EJB Accounts accounts;
    @EJB Entitlements entitlements;
    @Inject ClientDevice device;

    /** What somebody registers with. */
    public record Form(String email, String password, String displayName, String language) {
        @Override
        public String toString() {
            return "Form[email=" + email + "]";
        }
    }

    Response open(Form form, HttpServletRequest request) {
        AccountView account =
                accounts.register(
                        new Registration(
                                form.email(), form.password(), form.displayName(), form.language()),
                        device.of(request));
        return Response.status(Response.Status.CREATED)
                .entity(AccountDocument.of(account, entitlements.planOf(account.id())))
                .build();
    }
}

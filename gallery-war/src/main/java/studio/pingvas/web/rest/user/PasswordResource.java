package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import studio.pingvas.contracts.user.Passwords;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** The caller's own password. */
@Path("users/me/password")
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {
    @EJB Passwords passwords;
    @Inject Caller caller;
    @Inject ClientDevice device;

    /** Every other session of the caller ends. */
    @PUT
    @Problems({
        ProblemCode.BAD_CREDENTIALS,
        ProblemCode.EMAIL_NOT_VERIFIED,
        ProblemCode.RATE_LIMITED
    })
    public void change(Change change, @Context HttpServletRequest request) {
        passwords.change(
                caller.userId(),
                change.currentPassword(),
                change.newPassword(),
                device.of(request),
                caller.identity().sessionId());
    }

    /**
     * @param currentPassword absent for an account that has none
     */
    public record Change(String currentPassword, String newPassword) {
        @Override
        public String toString() {
            return "Change[]";
        }
    }
}

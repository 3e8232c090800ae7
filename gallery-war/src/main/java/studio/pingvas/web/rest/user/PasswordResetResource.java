package studio.pingvas.web.rest.user;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import studio.pingvas.contracts.user.EmailVerification;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.Passwords;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** What the links in mails are for. Following a link only shows a page: using it is a POST. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetResource {
    @EJB EmailVerification verification;
    @EJB Passwords passwords;
    @Inject Caller caller;
    @Inject ClientDevice device;

    @POST
    @Path("verify-email")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({ProblemCode.TOKEN_INVALID, ProblemCode.TOKEN_EXPIRED})
    public void verifyEmail(Verification request) {
        verification.confirm(
                request.token(), caller.ifSignedIn().map(Identity::sessionId).orElse(null));
    }

    @POST
    @Path("resend-verification")
    @RolesAllowed("user")
    @Problems(ProblemCode.RATE_LIMITED)
    @APIResponse(responseCode = "202", description = "Accepted")
    public Response resendVerification() {
        verification.send(caller.userId());
        return Response.accepted().build();
    }

    /** The same answer, whether or not the address has an account. */
    @POST
    @Path("forgot-password")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems(ProblemCode.RATE_LIMITED)
    @APIResponse(responseCode = "202", description = "Accepted")
    public Response forgotPassword(Forgotten request, @Context HttpServletRequest http) {
        passwords.requestReset(request.email(), device.of(http));
        return Response.accepted().build();
    }

    @POST
    @Path("reset-password")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({ProblemCode.TOKEN_INVALID, ProblemCode.TOKEN_EXPIRED})
    public void resetPassword(Reset request) {
        passwords.reset(request.token(), request.password());
    }

    /** The token of the link. */
    public record Verification(String token) {
        @Override
        public String toString() {
            return "Verification[]";
        }
    }

    /** Whose password is forgotten. */
    public record Forgotten(String email) {}

    /** The token of the link, and the new password. */
    public record Reset(String token, String password) {
        @Override
        public String toString() {
            return "Reset[]";
        }
    }
}

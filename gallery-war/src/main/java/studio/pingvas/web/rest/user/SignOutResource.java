package studio.pingvas.web.rest.user;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.Sessions;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** Ends sessions of the caller. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
public class SignOutResource {
    @EJB Sessions sessions;
    @Inject Caller caller;

    /**
     * This session, proven by the access token or the cookie, or by the refresh token in the body:
     * a client whose access token has just expired must be able to leave.
     */
    @POST
    @Path("logout")
    @PermitAll
    @Problems(ProblemCode.TOKEN_INVALID)
    public void logout(Leaving leaving) {
        Optional<Identity> here = caller.ifSignedIn();
        if (leaving != null && leaving.refreshToken() != null) {
            sessions.endByRefreshToken(leaving.refreshToken());
        } else if (here.isEmpty()) {
            throw new TokenInvalidException();
        }
        here.filter(identity -> identity.sessionId() != null)
                .ifPresent(identity -> sessions.end(identity.userId(), identity.sessionId()));
    }

    /** Every session, this one too. */
    @POST
    @Path("logout-all")
    @RolesAllowed("user")
    public void logoutAll() {
        sessions.endOthers(caller.userId(), null);
    }

    /**
     * @param refreshToken optional
     */
    public record Leaving(String refreshToken) {
        @Override
        public String toString() {
            return "Leaving[]";
        }
    }
}

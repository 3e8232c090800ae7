package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.user.ExternalSignIn;
import studio.pingvas.contracts.user.ExternalSignIn.Departure;
import studio.pingvas.contracts.user.LinkedIdentityView;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.BrowserCookie;
import studio.pingvas.web.security.Caller;

/** The caller's sign-ins at other providers. */
@Path("users/me/identities")
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class LinkedIdentitiesResource {
    @EJB ExternalSignIn signIn;
    @Inject BrowserCookie cookie;
    @Inject Caller caller;

    @GET
    public IdentityList list() {
        return new IdentityList(signIn.linked(caller.userId()));
    }

    /**
     * Begins to link one more. The browser that asks goes to the address it is told; whoever is
     * signed in when it comes back must be the same.
     */
    @POST
    @Path("{provider}")
    @Problems({ProblemCode.EMAIL_NOT_VERIFIED, ProblemCode.EXTERNAL_SIGN_IN_FAILED})
    public LinkBeginning begin(
            @PathParam("provider") String provider,
            @QueryParam("return_path") String returnPath,
            @Context HttpServletResponse response) {
        Departure departure = signIn.depart(provider, returnPath, caller.userId());
        cookie.set(response, departure.browserSecret());
        return new LinkBeginning(departure.authorizationUrl());
    }

    /** Refused for the only way into the account. */
    @DELETE
    @Path("{id}")
    @Problems(ProblemCode.INVALID_REQUEST)
    public void unlink(@PathParam("id") UUID id) {
        signIn.unlink(caller.userId(), id);
    }

    /** Oldest first. */
    public record IdentityList(List<LinkedIdentityView> items) {}

    /** Where the browser goes now. */
    public record LinkBeginning(String authorizationUrl) {
        @Override
        public String toString() {
            return "LinkBeginning[]";
        }
    }
}

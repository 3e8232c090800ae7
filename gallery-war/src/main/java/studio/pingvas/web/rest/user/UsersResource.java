package studio.pingvas.web.rest.user;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.contracts.user.ProfileChange;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** The caller's own account. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    @EJB Accounts accounts;
    @EJB Entitlements entitlements;
    @Inject Caller caller;
    @Inject SignUp signUp;

    /** The older name of {@code POST /auth/register}. */
    @POST
    @Path("register")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({ProblemCode.EMAIL_TAKEN, ProblemCode.RATE_LIMITED})
    @APIResponseSchema(value = AccountDocument.class, responseCode = "201")
    public Response register(SignUp.Form form, @Context HttpServletRequest request) {
        return signUp.open(form, request);
    }

    @GET
    @Path("me")
    @RolesAllowed("user")
    public AccountDocument me() {
        return AccountDocument.of(
                accounts.get(caller.userId()), entitlements.planOf(caller.userId()));
    }

    /** For good, and with everything: pictures, jobs, sessions. It cannot be taken back. */
    @DELETE
    @Path("me")
    @RolesAllowed("user")
    public void delete() {
        accounts.delete(caller.userId());
    }

    /** Changes the fields that are sent; there are no others that their owner could change. */
    @PATCH
    @Path("me")
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public AccountDocument change(Profile profile) {
        AccountView changed =
                accounts.change(
                        caller.userId(),
                        new ProfileChange(
                                profile.displayName(), profile.avatarUrl(), profile.language()));
        return AccountDocument.of(changed, entitlements.planOf(caller.userId()));
    }

    /**
     * What an owner may write; what is absent stays as it is.
     *
     * @param avatarUrl empty for none
     */
    public record Profile(String displayName, String avatarUrl, String language) {}
}

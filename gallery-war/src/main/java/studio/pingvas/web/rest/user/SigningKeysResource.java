package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.user.TokenKeyView;
import studio.pingvas.contracts.user.TokenKeys;
import studio.pingvas.web.security.Caller;

/** The keys that sign our access tokens. */
@Path("admin/signing-keys")
@RolesAllowed({"admin", "key-admin"})
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeysResource {
    @EJB TokenKeys keys;
    @Inject Caller caller;

    @GET
    public KeyList list() {
        return new KeyList(keys.list());
    }

    /** Publishes a new key, which signs in two minutes. */
    @POST
    @APIResponseSchema(value = TokenKeyView.class, responseCode = "201")
    public Response rotate() {
        return Response.status(Response.Status.CREATED)
                .entity(keys.rotate(caller.userId()))
                .build();
    }

    /** For a stolen key: its tokens are refused from now on, here at once. */
    @DELETE
    @Path("{kid}")
    public void withdraw(@PathParam("kid") String kid) {
        keys.withdraw(caller.userId(), kid);
    }

    /** The one that signs last first. */
    public record KeyList(List<TokenKeyView> items) {}
}

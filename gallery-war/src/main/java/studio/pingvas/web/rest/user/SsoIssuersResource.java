package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.contracts.user.SsoIssuers;
import studio.pingvas.web.rest.Created;
import studio.pingvas.web.security.Caller;

/** Issuers whose tokens are accepted beside our own. */
@Path("admin/sso-issuers")
@RolesAllowed({"admin", "key-admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SsoIssuersResource {
    @EJB SsoIssuers issuers;
    @Inject Caller caller;

    @GET
    public IssuerList list() {
        return new IssuerList(issuers.list().stream().map(SsoIssuerDocument::of).toList());
    }

    @GET
    @Path("{id}")
    public SsoIssuerDocument get(@PathParam("id") UUID id) {
        return SsoIssuerDocument.of(issuers.get(id));
    }

    @POST
    @APIResponseSchema(value = SsoIssuerDocument.class, responseCode = "201")
    public Response add(SsoIssuerSettings settings, @Context UriInfo uri) {
        SsoIssuerDocument added = SsoIssuerDocument.of(issuers.add(caller.userId(), settings));
        return Created.below(uri, added.id(), added);
    }

    /** A secret that is left out stays as it is. */
    @PUT
    @Path("{id}")
    public SsoIssuerDocument change(@PathParam("id") UUID id, SsoIssuerSettings settings) {
        return SsoIssuerDocument.of(issuers.change(caller.userId(), id, settings));
    }

    /** Its tokens are refused from now on; the accounts of its people stay. */
    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") UUID id) {
        issuers.remove(caller.userId(), id);
    }

    /** Oldest first. */
    public record IssuerList(List<SsoIssuerDocument> items) {}
}

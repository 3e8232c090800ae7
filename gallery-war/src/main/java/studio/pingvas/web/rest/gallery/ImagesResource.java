package studio.pingvas.web.rest.gallery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.Rendition;
import studio.pingvas.web.security.Caller;

/** The caller's pictures. */
@Path("images")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class ImagesResource {
    @EJB ImageCatalog images;
    @Inject Caller caller;
    @Inject ImageBytes bytes;

    @GET
    public ImagesPage list(@BeanParam ImagesQuery query) {
        return query.ask(images, caller.userId());
    }

    @GET
    @Path("{id}")
    public ImageDocument.Detail get(@PathParam("id") UUID id) {
        return ImageDocument.Detail.of(images.get(caller.userId(), id));
    }

    @GET
    @Path("{id}/file")
    @Produces(MediaType.WILDCARD)
    @APIResponse(responseCode = "200", description = "The bytes.")
    @APIResponse(
            responseCode = "302",
            description = "The bytes lie there for a few minutes, for whoever has the address.")
    public Response file(
            @PathParam("id") UUID id,
            @QueryParam("download") String download,
            @Context Request request) {
        return bytes.answer(request, caller.userId(), id, Rendition.ORIGINAL, download);
    }

    @GET
    @Path("{id}/thumbnail")
    @Produces(MediaType.WILDCARD)
    @APIResponse(responseCode = "200", description = "The bytes.")
    @APIResponse(
            responseCode = "302",
            description = "The bytes lie there for a few minutes, for whoever has the address.")
    public Response thumbnail(
            @PathParam("id") UUID id,
            @QueryParam("download") String download,
            @Context Request request) {
        return bytes.answer(request, caller.userId(), id, Rendition.THUMBNAIL, download);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("user")
    public void delete(@PathParam("id") UUID id) {
        images.delete(caller.userId(), id);
    }
}

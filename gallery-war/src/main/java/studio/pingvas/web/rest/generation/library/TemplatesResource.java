package studio.pingvas.web.rest.generation.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.TemplateRequests;
import studio.pingvas.contracts.generation.library.TemplateValues;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.contracts.generation.library.Templates;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.Created;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** Prompts with fields to fill in: shipped, own, and those that others have published. */
@Path("templates")
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {
    @EJB Templates templates;
    @EJB TemplateRequests requests;
    @Inject Caller caller;

    @GET
    @RolesAllowed({"user", "key-read"})
    @Problems(ProblemCode.INVALID_REQUEST)
    public Page list(@QueryParam("category") String category, @BeanParam LibrarySearch search) {
        return Page.of(templates.list(caller.userId(), search.in(category)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"user", "key-read"})
    public TemplateDocument get(@PathParam("id") UUID id, @QueryParam("lang") String language) {
        return TemplateDocument.of(templates.get(caller.userId(), id, language));
    }

    @POST
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.LIBRARY_FULL})
    @APIResponseSchema(value = TemplateDocument.class, responseCode = "201")
    public Response create(TemplateDocument.Form form, @Context UriInfo uri) {
        TemplateDocument created =
                TemplateDocument.of(
                        templates.create(caller.userId(), form.content(), form.published()));
        return Created.below(uri, created.id(), created);
    }

    /** Names the version that the caller has seen. */
    @PUT
    @Path("{id}")
    @Problems(ProblemCode.CHANGED_MEANWHILE)
    public TemplateDocument change(@PathParam("id") UUID id, TemplateDocument.Form form) {
        return TemplateDocument.of(
                templates.change(
                        caller.userId(), id, form.version(), form.content(), form.published()));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") UUID id) {
        templates.delete(caller.userId(), id);
    }

    /** The body for text-to-image that the filled template stands for; nothing is kept. */
    @POST
    @Path("{id}/fill")
    @RolesAllowed({"user", "key-generate"})
    @Problems({ProblemCode.MODEL_NOT_FOUND, ProblemCode.MODEL_NOT_IN_TIER})
    public TextToImage fill(@PathParam("id") UUID id, TemplateValues values) {
        return requests.fill(caller.userId(), id, values);
    }

    /** Newest first; what was shipped comes last. */
    public record Page(List<TemplateDocument> items, String nextCursor) {
        static Page of(LibraryPage<TemplateView> page) {
            return new Page(
                    page.items().stream().map(TemplateDocument::of).toList(), page.nextCursor());
        }
    }
}

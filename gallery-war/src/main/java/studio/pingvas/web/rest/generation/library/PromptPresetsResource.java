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
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.contracts.generation.library.PresetImport;
import studio.pingvas.contracts.generation.library.PresetView;
import studio.pingvas.contracts.generation.library.PromptPresets;
import studio.pingvas.contracts.generation.library.PromptWords;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.Created;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** Pieces of prompts: shipped, own, and those that others have published. */
@Path("prompt-presets")
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PromptPresetsResource {
    @EJB PromptPresets presets;
    @Inject Caller caller;

    @GET
    @RolesAllowed({"user", "key-read"})
    @Problems(ProblemCode.INVALID_REQUEST)
    public Page list(@BeanParam LibrarySearch search) {
        return Page.of(presets.list(caller.userId(), search.query()));
    }

    /** The caller's own, in the form in which they can be imported. */
    @GET
    @Path("export")
    @RolesAllowed({"user", "key-read"})
    public PresetFile export() {
        return new PresetFile(presets.export(caller.userId()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"user", "key-read"})
    public PresetDocument get(@PathParam("id") UUID id, @QueryParam("lang") String language) {
        return PresetDocument.of(presets.get(caller.userId(), id, language));
    }

    @POST
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.LIBRARY_FULL})
    @APIResponseSchema(value = PresetDocument.class, responseCode = "201")
    public Response create(PresetDocument.Form form, @Context UriInfo uri) {
        PresetDocument created =
                PresetDocument.of(
                        presets.create(caller.userId(), form.content(), form.published()));
        return Created.below(uri, created.id(), created);
    }

    /** All or none, as private presets; those that are there word for word are left out. */
    @POST
    @Path("import")
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.LIBRARY_FULL})
    public PresetImport importAll(PresetFile file) {
        if (file.items() == null) {
            throw new InvalidRequestException("/items", "Is missing.");
        }
        return presets.importAll(caller.userId(), file.items());
    }

    /** Names the version that the caller has seen. */
    @PUT
    @Path("{id}")
    @Problems(ProblemCode.CHANGED_MEANWHILE)
    public PresetDocument change(@PathParam("id") UUID id, PresetDocument.Form form) {
        return PresetDocument.of(
                presets.change(
                        caller.userId(), id, form.version(), form.content(), form.published()));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") UUID id) {
        presets.delete(caller.userId(), id);
    }

    /** What becomes of the caller's words; nothing is kept. */
    @POST
    @Path("{id}/apply")
    @RolesAllowed({"user", "key-generate"})
    public PromptWords apply(@PathParam("id") UUID id, PromptWords words) {
        return presets.apply(caller.userId(), id, words);
    }

    /** Newest first; what was shipped comes last. */
    public record Page(List<PresetDocument> items, String nextCursor) {
        static Page of(LibraryPage<PresetView> page) {
            return new Page(
                    page.items().stream().map(PresetDocument::of).toList(), page.nextCursor());
        }
    }

    /** Presets outside of the library. */
    public record PresetFile(List<PresetContent> items) {}
}

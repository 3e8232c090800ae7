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
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowVersionView;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.Workflows;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.Created;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** Stored workflows: shipped, own, and those that others have published. */
@Path("workflows")
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WorkflowsResource {
    @EJB Workflows workflows;
    @Inject Caller caller;

    /** Without documents. */
    @GET
    @RolesAllowed({"user", "key-read"})
    @Problems(ProblemCode.INVALID_REQUEST)
    public Page list(@BeanParam LibrarySearch search) {
        return Page.of(workflows.list(caller.userId(), search.query()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"user", "key-read"})
    public StoredWorkflowDocument get(
            @PathParam("id") UUID id, @QueryParam("lang") String language) {
        return StoredWorkflowDocument.of(workflows.get(caller.userId(), id, language));
    }

    @POST
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.LIBRARY_FULL})
    @APIResponseSchema(value = StoredWorkflowDocument.class, responseCode = "201")
    public Response create(StoredWorkflowDocument.Form form, @Context UriInfo uri) {
        StoredWorkflowDocument created =
                StoredWorkflowDocument.of(
                        workflows.create(caller.userId(), form.content(), form.published()));
        return Created.below(uri, created.id(), created);
    }

    /** Names the revision that the caller has seen; another document makes a new version. */
    @PUT
    @Path("{id}")
    @Problems(ProblemCode.CHANGED_MEANWHILE)
    public StoredWorkflowDocument change(
            @PathParam("id") UUID id, StoredWorkflowDocument.Form form) {
        return StoredWorkflowDocument.of(
                workflows.change(
                        caller.userId(), id, form.revision(), form.content(), form.published()));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") UUID id) {
        workflows.delete(caller.userId(), id);
    }

    /** Newest first, without documents. */
    @GET
    @Path("{id}/versions")
    @RolesAllowed({"user", "key-read"})
    public Versions versions(@PathParam("id") UUID id) {
        return new Versions(workflows.versions(caller.userId(), id));
    }

    @GET
    @Path("{id}/versions/{number}")
    @RolesAllowed({"user", "key-read"})
    public WorkflowVersionView version(@PathParam("id") UUID id, @PathParam("number") int number) {
        return workflows.version(caller.userId(), id, number);
    }

    /** Names all that is wrong with a document, as far as it can be said before it is run. */
    @POST
    @Path("validate")
    @Problems(ProblemCode.INVALID_REQUEST)
    public void validate(WorkflowDocument workflow) {
        if (workflow == null) {
            throw new InvalidRequestException("", "The request needs a JSON object as its body.");
        }
        workflows.validate(workflow);
    }

    /** Newest first; what was shipped comes last. */
    public record Page(List<StoredWorkflowDocument> items, String nextCursor) {
        static Page of(LibraryPage<WorkflowView> page) {
            return new Page(
                    page.items().stream().map(StoredWorkflowDocument::of).toList(),
                    page.nextCursor());
        }
    }

    /** Newest first. */
    public record Versions(List<WorkflowVersionView> items) {}
}

package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.generation.BatchItemPage;
import studio.pingvas.contracts.generation.BatchPage;
import studio.pingvas.contracts.generation.GenerationBatches;
import studio.pingvas.web.push.ProgressBoard;
import studio.pingvas.web.rest.QueryNumber;
import studio.pingvas.web.security.Caller;

/** The caller's batches. */
@Path("queue/batches")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class QueueBatchesResource {
    private static final int DEFAULT_LIMIT = 20;

    @EJB GenerationBatches batches;
    @Inject Caller caller;
    @Inject ProgressBoard progress;

    @GET
    public Page list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = QueryNumber.of("limit", limit, DEFAULT_LIMIT);
        BatchPage page = batches.list(caller.userId(), cursor, size);
        return new Page(page.items().stream().map(BatchDocument::of).toList(), page.nextCursor());
    }

    @GET
    @Path("{id}")
    public BatchDocument get(@PathParam("id") UUID id) {
        return BatchDocument.of(batches.get(caller.userId(), id));
    }

    @GET
    @Path("{id}/items")
    public Items items(
            @PathParam("id") UUID id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int size = QueryNumber.of("limit", limit, DEFAULT_LIMIT);
        BatchItemPage page = batches.items(caller.userId(), id, cursor, size);
        return new Items(page.items().stream().map(this::document).toList(), page.nextCursor());
    }

    /** Repeated, it finds nothing more to cancel. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({"user", "key-generate"})
    @APIResponseSchema(value = BatchDocument.class, responseCode = "202")
    public Response cancel(@PathParam("id") UUID id) {
        return Response.accepted(BatchDocument.of(batches.cancel(caller.userId(), id))).build();
    }

    private Item document(BatchItemPage.Item item) {
        JobDocument job = JobDocument.of(item.job(), progress.of(item.job().jobId()));
        return new Item(item.place(), item.values(), job);
    }

    /** Newest first. */
    public record Page(List<BatchDocument> items, String nextCursor) {}

    /** In the order in which they were asked for. */
    public record Items(List<Item> items, String nextCursor) {}

    /**
     * @param place in the batch, from 0
     * @param values of the axes of the batch, named as in its matrix
     */
    public record Item(int place, Map<String, Object> values, JobDocument job) {}
}

package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobPage;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.QueueControl;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.push.ProgressBoard;
import studio.pingvas.web.rest.QueryNumber;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** The caller's jobs. */
@Path("queue/items")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class QueueItemsResource {
    private static final int DEFAULT_LIMIT = 20;

    @EJB GenerationJobs jobs;
    @EJB QueueControl queue;
    @Inject Caller caller;
    @Inject ProgressBoard progress;

    @GET
    public Page list(
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int size = QueryNumber.of("limit", limit, DEFAULT_LIMIT);
        JobPage page = jobs.list(caller.userId(), statusOf(status), cursor, size);
        return new Page(page.items().stream().map(this::document).toList(), page.nextCursor());
    }

    @GET
    @Path("{id}")
    public JobDocument get(@PathParam("id") UUID id) {
        return document(jobs.get(caller.userId(), id));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({"user", "key-generate"})
    @Problems({ProblemCode.ALREADY_FINISHED})
    @APIResponseSchema(value = JobDocument.class, responseCode = "202")
    public Response cancel(@PathParam("id") UUID id) {
        return Response.accepted(document(jobs.cancel(caller.userId(), id))).build();
    }

    /** Does again what a job that failed or was cancelled was to do. */
    @POST
    @Path("{id}/retry")
    @RolesAllowed({"user", "key-generate"})
    @Problems({
        ProblemCode.NOT_RETRYABLE,
        ProblemCode.INPUTS_GONE,
        ProblemCode.INSUFFICIENT_CREDITS,
        ProblemCode.OVER_TIER_LIMIT,
        ProblemCode.MODEL_NOT_IN_TIER,
        ProblemCode.MODEL_NOT_FOUND,
        ProblemCode.SIZE_NOT_SUPPORTED,
        ProblemCode.QUEUE_FULL,
        ProblemCode.SPEND_LIMIT_REACHED
    })
    @APIResponseSchema(value = JobDocument.class, responseCode = "202")
    public Response retry(@PathParam("id") UUID id, @Context UriInfo uri) {
        JobView job = queue.retry(caller.userId(), id, caller.spendLimit());
        return Response.accepted(document(job)).location(JobAddress.of(job, uri)).build();
    }

    /** Puts it before the caller's other waiting jobs; one that waits no more stays as it is. */
    @POST
    @Path("{id}/move-to-front")
    @RolesAllowed({"user", "key-generate"})
    public JobDocument moveToFront(@PathParam("id") UUID id) {
        JobView job = jobs.get(caller.userId(), id);
        queue.moveToFront(caller.userId(), List.of(job.jobId()));
        return get(id);
    }

    private JobDocument document(JobView job) {
        return JobDocument.of(job, progress.of(job.jobId()));
    }

    private static JobView.Status statusOf(String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(JobView.Status.values())
                .filter(status -> JobDocument.nameOf(status).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidRequestException("/status", "Choose one of " + names()));
    }

    private static String names() {
        return Arrays.stream(JobView.Status.values())
                .map(JobDocument::nameOf)
                .collect(Collectors.joining(", "));
    }

    /** Newest first. */
    public record Page(List<JobDocument> items, String nextCursor) {}
}

package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobEstimate;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.IdempotencyKey;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** Asks for pictures. */
@Path("generate")
@RolesAllowed({"user", "key-generate"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GenerateResource {
    @EJB GenerationJobs jobs;
    @Inject Caller caller;

    @POST
    @Path("text-to-image")
    @Problems({
        ProblemCode.SIZE_NOT_SUPPORTED,
        ProblemCode.INSUFFICIENT_CREDITS,
        ProblemCode.MODEL_NOT_IN_TIER,
        ProblemCode.OVER_TIER_LIMIT,
        ProblemCode.MODEL_NOT_FOUND,
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ProblemCode.QUEUE_FULL,
        ProblemCode.SPEND_LIMIT_REACHED
    })
    @APIResponseSchema(value = Accepted.class, responseCode = "202")
    public Response textToImage(
            TextToImage request,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri) {
        requireBody(request);
        JobView job =
                jobs.submit(
                        caller.userId(),
                        request,
                        IdempotencyKey.parse(idempotencyKey),
                        caller.spendLimit());
        URI location =
                uri.getBaseUriBuilder().path("queue/items").path(job.jobId().toString()).build();
        return Response.accepted(Accepted.of(job)).location(location).build();
    }

    @POST
    @Path("estimate")
    @Problems({
        ProblemCode.SIZE_NOT_SUPPORTED,
        ProblemCode.MODEL_NOT_IN_TIER,
        ProblemCode.OVER_TIER_LIMIT,
        ProblemCode.MODEL_NOT_FOUND
    })
    public JobEstimate estimate(EstimateRequest request) {
        requireBody(request);
        return jobs.estimate(caller.userId(), request.toTextToImage());
    }

    private static void requireBody(Object body) {
        if (body == null) {
            throw new InvalidRequestException("", "The request needs a JSON object as its body.");
        }
    }

    /** What became of a submission. */
    public record Accepted(
            UUID jobId,
            String status,
            long estimatedCredits,
            Double estimatedSeconds,
            Integer position,
            long seed,
            UUID queueId) {
        static Accepted of(JobView job) {
            return new Accepted(
                    job.jobId(),
                    JobDocument.nameOf(job.status()),
                    job.estimatedCredits(),
                    job.estimatedSeconds(),
                    job.position(),
                    job.seed(),
                    job.queueId());
        }
    }
}

package studio.pingvas.web.rest.generation.older;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.generation.library.FittedSize;
import studio.pingvas.contracts.generation.library.SizePresets;
import studio.pingvas.web.rest.IdempotencyKey;
import studio.pingvas.web.rest.generation.AcceptsJobs;
import studio.pingvas.web.rest.generation.NeedsModel;
import studio.pingvas.web.security.Caller;

/** Pictures from words, as an older document asks for them. */
@Path("generate")
@RolesAllowed({"user", "key-generate"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SimpleGenerateResource {
    @EJB GenerationJobs jobs;
    @EJB SizePresets sizes;
    @Inject Caller caller;

    /** As text-to-image; a size that the model does not make becomes the nearest that it does. */
    @POST
    @NeedsModel
    @AcceptsJobs
    @APIResponseSchema(value = AcceptedTask.class, responseCode = "202")
    public Response generate(
            SimpleRequest request,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri) {
        if (request == null) {
            throw new InvalidRequestException("", "The request needs a JSON object as its body.");
        }
        UUID userId = caller.userId();
        FittedSize size =
                sizes.nearest(
                        userId, request.model(), request.wishedWidth(), request.wishedHeight());
        JobView job =
                jobs.submit(
                        userId,
                        request.inSize(size.width(), size.height()),
                        UploadedPictures.NONE,
                        IdempotencyKey.parse(idempotencyKey),
                        caller.spendLimit());
        return Response.accepted(AcceptedTask.of(job))
                .location(uri.getBaseUriBuilder().path("tasks/" + job.jobId()).build())
                .build();
    }

    /**
     * @param celeryTaskId the same once more: older clients wait for it
     * @param estimatedTime seconds until the pictures are there
     */
    public record AcceptedTask(
            UUID taskId, UUID celeryTaskId, String status, Double estimatedTime) {
        static AcceptedTask of(JobView job) {
            return new AcceptedTask(
                    job.jobId(), job.jobId(), TaskDocument.statusOf(job), job.estimatedSeconds());
        }
    }
}

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.generation.BatchEstimate;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.BatchView;
import studio.pingvas.contracts.generation.GenerationBatches;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.IdempotencyKey;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** Asks for many jobs as one; the kind of their request is text-to-image if it says none. */
@Path("generate/batch")
@RolesAllowed({"user", "key-generate"})
@Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
@Produces(MediaType.APPLICATION_JSON)
@NeedsModel
@TakesPictures
@Problems({ProblemCode.KIND_NOT_SUPPORTED, ProblemCode.OVER_TIER_LIMIT})
public class BatchResource {
    @EJB GenerationBatches batches;
    @Inject Caller caller;

    @POST
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BatchRequest.class)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = Submission.Form.class))
            })
    @AcceptsJobs
    @APIResponseSchema(value = BatchDocument.class, responseCode = "202")
    public Response submit(
            Submission<BatchRequest> submission,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri) {
        try (submission) {
            BatchView batch =
                    batches.submit(
                            caller.userId(),
                            submission.request(),
                            submission.pictures(),
                            IdempotencyKey.parse(idempotencyKey),
                            caller.spendLimit());
            URI location =
                    uri.getBaseUriBuilder()
                            .path("queue/batches")
                            .path(batch.batchId().toString())
                            .build();
            return Response.accepted(BatchDocument.of(batch)).location(location).build();
        }
    }

    @POST
    @Path("estimate")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BatchRequest.class)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = Submission.Form.class))
            })
    public BatchEstimate estimate(Submission<BatchRequest> submission) {
        try (submission) {
            return batches.estimate(caller.userId(), submission.request(), submission.pictures());
        }
    }
}

package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.Inpaint;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.IdempotencyKey;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/**
 * Asks for pictures. One instance serves all, because making and filling one for each request costs
 * as much as reading what is asked.
 */
@ApplicationScoped
@Path("generate")
@RolesAllowed({"user", "key-generate"})
@Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
@Produces(MediaType.APPLICATION_JSON)
@AcceptsJobs
public class GenerateResource {
    @EJB GenerationJobs jobs;
    @Inject Caller caller;

    @POST
    @Path("text-to-image")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = TextToImage.class)))
    @NeedsModel
    @Problems(ProblemCode.SIZE_NOT_SUPPORTED)
    @APIResponseSchema(value = Accepted.class, responseCode = "202")
    public Response textToImage(
            Submission<TextToImage> submission,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri) {
        return submit(submission, idempotencyKey, uri);
    }

    @POST
    @Path("image-to-image")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ImageToImage.class)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = Submission.Form.class))
            })
    @NeedsModel
    @TakesPictures
    @Problems({ProblemCode.SIZE_NOT_SUPPORTED, ProblemCode.KIND_NOT_SUPPORTED})
    @APIResponseSchema(value = Accepted.class, responseCode = "202")
    public Response imageToImage(
            Submission<ImageToImage> submission,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri) {
        return submit(submission, idempotencyKey, uri);
    }

    @POST
    @Path("inpaint")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Inpaint.class)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = Submission.Form.class))
            })
    @NeedsModel
    @TakesPictures
    @Problems({ProblemCode.SIZE_NOT_SUPPORTED, ProblemCode.KIND_NOT_SUPPORTED})
    @APIResponseSchema(value = Accepted.class, responseCode = "202")
    public Response inpaint(
            Submission<Inpaint> submission,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri) {
        return submit(submission, idempotencyKey, uri);
    }

    @POST
    @Path("upscale")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Upscale.class)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = Submission.Form.class))
            })
    @TakesPictures
    @APIResponseSchema(value = Accepted.class, responseCode = "202")
    public Response upscale(
            Submission<Upscale> submission,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri) {
        return submit(submission, idempotencyKey, uri);
    }

    @POST
    @Path("workflow")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Workflow.class)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = Submission.Form.class))
            })
    @NeedsModel
    @TakesPictures
    @Problems({ProblemCode.SIZE_NOT_SUPPORTED, ProblemCode.KIND_NOT_SUPPORTED})
    @APIResponseSchema(value = Accepted.class, responseCode = "202")
    public Response workflow(
            Submission<Workflow> submission,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri) {
        return submit(submission, idempotencyKey, uri);
    }

    private Response submit(
            Submission<? extends GenerationRequest> submission,
            String idempotencyKey,
            UriInfo uri) {
        try (submission) {
            JobView job =
                    jobs.submit(
                            caller.userId(),
                            submission.request(),
                            submission.pictures(),
                            IdempotencyKey.parse(idempotencyKey),
                            caller.spendLimit());
            return Response.accepted(Accepted.of(job)).location(JobAddress.of(job, uri)).build();
        }
    }
}

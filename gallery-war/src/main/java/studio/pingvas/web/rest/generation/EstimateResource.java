package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.Inpaint;
import studio.pingvas.contracts.generation.JobEstimate;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** Prices of requests, which say their kind here; without one they are text-to-image. */
@Path("generate/estimate")
@RolesAllowed({"user", "key-generate"})
@Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
@Produces(MediaType.APPLICATION_JSON)
public class EstimateResource {
    @EJB GenerationJobs jobs;
    @Inject Caller caller;

    @POST
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        oneOf = {
                                            TextToImage.class,
                                            ImageToImage.class,
                                            Inpaint.class,
                                            Upscale.class,
                                            Workflow.class
                                        },
                                        discriminatorProperty = "kind")),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = Submission.Form.class))
            })
    @NeedsModel
    @TakesPictures
    @Problems({
        ProblemCode.SIZE_NOT_SUPPORTED,
        ProblemCode.KIND_NOT_SUPPORTED,
        ProblemCode.OVER_TIER_LIMIT
    })
    public JobEstimate estimate(Submission<GenerationRequest> submission) {
        try (submission) {
            return jobs.estimate(caller.userId(), submission.request(), submission.pictures());
        }
    }
}

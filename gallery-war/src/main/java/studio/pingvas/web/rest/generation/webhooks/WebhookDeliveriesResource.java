package studio.pingvas.web.rest.generation.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.generation.JobWebhooks;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** What became of the deliveries of a job. */
@Path("queue/items/{id}/webhook-deliveries")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class WebhookDeliveriesResource {
    @EJB JobWebhooks webhooks;
    @Inject Caller caller;

    @GET
    public Deliveries list(@PathParam("id") UUID jobId) {
        return new Deliveries(
                webhooks.deliveries(caller.userId(), jobId).stream()
                        .map(WebhookDeliveryDocument::of)
                        .toList());
    }

    @POST
    @Path("{delivery_id}/resend")
    @RolesAllowed({"user", "key-generate"})
    @Problems({ProblemCode.WEBHOOK_EXHAUSTED, ProblemCode.RATE_LIMITED})
    @APIResponseSchema(value = WebhookDeliveryDocument.class, responseCode = "202")
    public Response resend(@PathParam("id") UUID jobId, @PathParam("delivery_id") UUID deliveryId) {
        return Response.accepted(
                        WebhookDeliveryDocument.of(
                                webhooks.resend(caller.userId(), jobId, deliveryId)))
                .build();
    }

    /** None before the job has ended, and none without a webhook. */
    public record Deliveries(List<WebhookDeliveryDocument> items) {}
}

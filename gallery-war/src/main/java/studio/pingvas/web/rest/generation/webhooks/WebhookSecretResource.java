package studio.pingvas.web.rest.generation.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.generation.JobWebhooks;
import studio.pingvas.contracts.generation.WebhookSecret;
import studio.pingvas.web.security.Caller;

/** What signs the caller's deliveries. */
@Path("webhook-secret")
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookSecretResource {
    @EJB JobWebhooks webhooks;
    @Inject Caller caller;

    /** A new one, shown this once; the one before it signs nothing any more. */
    @POST
    @APIResponseSchema(value = WebhookSecret.class, responseCode = "201")
    public Response renew() {
        return Response.status(Response.Status.CREATED)
                .entity(webhooks.renewSecret(caller.userId()))
                .build();
    }
}

package studio.pingvas.web.rest.payment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import studio.pingvas.contracts.payment.PaymentWebhooks;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;

/** Where the payment gateway reports to. The signature is its only proof of who it is. */
@Path("webhooks")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {
    private static final int MAX_BYTES = 256 * 1024;

    @EJB PaymentWebhooks webhooks;

    /**
     * Bytes, because the signature covers them. Once this answers, the report is committed; the
     * gateway repeats what is not answered with 200, but only for some minutes.
     */
    @POST
    @Path("lemon-squeezy")
    @Problems({ProblemCode.WEBHOOK_SIGNATURE, ProblemCode.BODY_TOO_LARGE, ProblemCode.UNAVAILABLE})
    public Receipt lemonSqueezy(
            byte[] body,
            @HeaderParam("X-Signature") String signature,
            @HeaderParam("X-Event-Name") String eventName) {
        if (body.length > MAX_BYTES) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        webhooks.accept(body, signature, eventName);
        return Receipt.OK;
    }

    /** What the gateway does not read. */
    public record Receipt(String status) {
        static final Receipt OK = new Receipt("ok");
    }
}

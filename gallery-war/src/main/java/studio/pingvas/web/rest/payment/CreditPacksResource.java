package studio.pingvas.web.rest.payment;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.Checkouts;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.IdempotencyKey;
import studio.pingvas.web.rest.description.Problems;

/** Credits that are bought once. */
@Path("credits")
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class CreditPacksResource {
    @EJB Checkouts checkouts;
    @Inject VerifiedBuyer buyer;

    /** Open to all, as the plans are. */
    @GET
    @Path("packs")
    @PermitAll
    public PackList packs() {
        return new PackList(checkouts.creditPacks().stream().map(CreditPackDocument::of).toList());
    }

    /** Where to pay for a pack. Its credits come when the payment provider reports the payment. */
    @POST
    @Path("purchase")
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({
        ProblemCode.EMAIL_NOT_VERIFIED,
        ProblemCode.IDEMPOTENCY_KEY_IN_USE,
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ProblemCode.RATE_LIMITED,
        ProblemCode.PAYMENT_GATEWAY_UNAVAILABLE
    })
    public CheckoutDocument purchase(
            PackChoice choice, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        if (choice == null) {
            throw new InvalidRequestException("", "The request needs a JSON object as its body.");
        }
        return CheckoutDocument.of(
                checkouts.buyCredits(
                        buyer.get(), choice.pack(), IdempotencyKey.parse(idempotencyKey)));
    }

    /** From the smallest to the largest. */
    public record PackList(List<CreditPackDocument> items) {}

    /**
     * @param pack id of a credit pack
     */
    public record PackChoice(String pack) {}
}

package studio.pingvas.web.rest.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.web.admin.CreditCorrections;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.IdempotencyKey;
import studio.pingvas.web.rest.QueryNumber;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** The credits of any user, for administrators. */
@Path("admin/credits/{user_id}")
@RolesAllowed({"admin", "key-admin"})
@Produces(MediaType.APPLICATION_JSON)
public class UserCreditsResource {
    private static final int DEFAULT_ENTRIES = 20;

    @EJB CreditLedger ledger;
    @Inject CreditCorrections corrections;
    @Inject Caller caller;
    @Inject ClientDevice device;

    @GET
    @Problems(ProblemCode.INVALID_REQUEST)
    public UserCredits credits(
            @PathParam("user_id") UUID userId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        corrections.accountOf(userId);
        int size = QueryNumber.of("limit", limit, DEFAULT_ENTRIES);
        return new UserCredits(
                userId,
                BalanceDocument.of(ledger.balance(userId)),
                HistoryDocument.of(ledger.history(userId, cursor, size)));
    }

    /** Adds or takes credits, and answers with the balance afterwards. */
    @POST
    @Path("adjustments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({ProblemCode.INSUFFICIENT_CREDITS, ProblemCode.IDEMPOTENCY_KEY_REUSED})
    public BalanceDocument adjust(
            @PathParam("user_id") UUID userId,
            AdjustmentRequest request,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context HttpServletRequest http) {
        if (request == null) {
            throw new InvalidRequestException("", "The request needs a JSON object as its body.");
        }
        UUID actor = caller.userId();
        UUID id = IdempotencyKey.idFor(actor, "adjustments", idempotencyKey);
        Adjustment adjustment = request.toAdjustment(id, userId, actor);
        return BalanceDocument.of(corrections.make(adjustment, device.of(http).address()));
    }

    /** What a user has, and how it came to that. */
    public record UserCredits(UUID userId, BalanceDocument balance, HistoryDocument history) {}
}

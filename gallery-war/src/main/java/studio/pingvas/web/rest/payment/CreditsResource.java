package studio.pingvas.web.rest.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.web.rest.QueryNumber;
import studio.pingvas.web.security.Caller;

/** The caller's own credits. */
@Path("credits")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class CreditsResource {
    private static final int DEFAULT_ENTRIES = 20;

    @EJB CreditLedger ledger;
    @Inject Caller caller;

    @GET
    @Path("balance")
    public BalanceDocument balance() {
        return BalanceDocument.of(ledger.balance(caller.userId()));
    }

    @GET
    @Path("history")
    public HistoryDocument history(
            @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = QueryNumber.of("limit", limit, DEFAULT_ENTRIES);
        return HistoryDocument.of(ledger.history(caller.userId(), cursor, size));
    }
}

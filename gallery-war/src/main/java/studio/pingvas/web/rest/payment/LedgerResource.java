package studio.pingvas.web.rest.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.LedgerReport;

/** The books of all users, for those who answer for them. */
@Path("admin/ledger")
@RolesAllowed({"admin", "key-admin"})
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {
    @EJB CreditLedger ledger;

    @GET
    @Path("check")
    public Report check() {
        LedgerReport report = ledger.check();
        return new Report(report.accounts(), report.transfers(), report.problems());
    }

    /**
     * @param problems one sentence each, at most the first hundred; empty when the books are right
     */
    public record Report(long accounts, long transfers, List<String> problems) {}
}

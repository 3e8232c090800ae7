package studio.pingvas.web.rest.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.InvoicePage;
import studio.pingvas.contracts.payment.Invoices;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.QueryNumber;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** What the caller has paid. */
@Path("invoices")
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {
    private static final int DEFAULT_ENTRIES = 20;

    @EJB Invoices invoices;
    @Inject Caller caller;

    @GET
    @Problems(ProblemCode.INVALID_REQUEST)
    public InvoiceList list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = QueryNumber.of("limit", limit, DEFAULT_ENTRIES);
        InvoicePage page = invoices.list(caller.userId(), cursor, size);
        return new InvoiceList(
                page.items().stream().map(InvoiceDocument::of).toList(), page.nextCursor());
    }

    /** The address of the document at the payment provider, made anew at each call. */
    @GET
    @Path("{id}/document")
    @Problems(ProblemCode.PAYMENT_GATEWAY_UNAVAILABLE)
    public AddressDocument document(@PathParam("id") UUID id) {
        return new AddressDocument(invoices.documentUrl(caller.userId(), id));
    }

    /**
     * Newest first.
     *
     * @param nextCursor absent at the end
     */
    public record InvoiceList(List<InvoiceDocument> items, String nextCursor) {}
}

package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.UUID;

/** What a user has paid. */
@Local
public interface Invoices {
    /**
     * @param cursor from the page before, or null for the first
     * @param limit 1 to 100
     */
    InvoicePage list(UUID userId, String cursor, int limit);

    /**
     * Address of the document at the payment gateway, asked for anew each time: it is signed and
     * lives for a day.
     *
     * @throws studio.pingvas.contracts.NotFoundException if the user has no such invoice
     * @throws PaymentGatewayUnavailableException if the gateway does not answer
     */
    String documentUrl(UUID userId, UUID invoiceId);
}

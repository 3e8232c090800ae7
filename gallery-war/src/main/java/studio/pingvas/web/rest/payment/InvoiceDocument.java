package studio.pingvas.web.rest.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.payment.InvoiceView;

/**
 * A payment.
 *
 * @param totalCents smallest unit of the currency, tax included
 * @param status {@code pending}, {@code paid}, {@code refunded} or {@code void}
 * @param credits what it gave, without what was taken back
 */
public record InvoiceDocument(
        UUID id,
        Instant createdAt,
        String description,
        String currency,
        long totalCents,
        long refundedCents,
        String status,
        long credits) {
    static InvoiceDocument of(InvoiceView invoice) {
        return new InvoiceDocument(
                invoice.id(),
                invoice.createdAt(),
                invoice.description(),
                invoice.currency(),
                invoice.totalCents(),
                invoice.refundedCents(),
                invoice.status().name().toLowerCase(Locale.ROOT),
                invoice.credits());
    }
}

package studio.pingvas.contracts.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * A payment of the user: of a subscription's period, or of a credit pack.
 *
 * @param description what was paid, for people
 * @param currency ISO 4217
 * @param totalCents smallest unit of the currency, tax included
 * @param refundedCents what was paid back of it
 * @param credits what it gave, what was taken back already subtracted
 */
public record InvoiceView(
        UUID id,
        Instant createdAt,
        String description,
        String currency,
        long totalCents,
        long refundedCents,
        Status status,
        long credits) {
    /** State of the payment. */
    public enum Status {
        PENDING,
        PAID,
        REFUNDED,
        VOID
    }
}

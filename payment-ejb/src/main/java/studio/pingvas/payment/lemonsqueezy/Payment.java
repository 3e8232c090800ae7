package studio.pingvas.payment.lemonsqueezy;

import java.time.Instant;
import java.util.Set;
import studio.pingvas.contracts.payment.InvoiceView;

/**
 * What a report says of a payment at one moment.
 *
 * @param refundedCents what was paid back so far, in all refunds together
 * @param updatedAt version of the resource
 */
record Payment(
        String gatewayStatus,
        String currency,
        long totalCents,
        long refundedCents,
        Instant createdAt,
        Instant updatedAt) {
    private static final Set<String> PAID = Set.of("paid", "refunded", "partial_refund");
    private static final Set<String> NEVER_PAID = Set.of("void", "failed");

    Payment(
            String gatewayStatus,
            String currency,
            Long total,
            Long refunded,
            Instant createdAt,
            Instant updatedAt) {
        this(
                gatewayStatus,
                currency == null ? "USD" : currency,
                total == null ? 0L : Math.max(0L, total),
                refunded == null ? 0L : Math.max(0L, Math.min(refunded, total == null ? 0 : total)),
                createdAt,
                updatedAt);
    }

    /** It was paid at some time, whatever was paid back since. */
    boolean wasPaid() {
        return PAID.contains(gatewayStatus);
    }

    /** By the sum, because the gateway is not of one mind about the status of a partial refund. */
    boolean isWhollyRefunded() {
        return wasPaid() && totalCents > 0 && refundedCents == totalCents;
    }

    InvoiceView.Status status() {
        if (NEVER_PAID.contains(gatewayStatus)) {
            return InvoiceView.Status.VOID;
        }
        if (!wasPaid()) {
            return InvoiceView.Status.PENDING;
        }
        return isWhollyRefunded() ? InvoiceView.Status.REFUNDED : InvoiceView.Status.PAID;
    }
}

package studio.pingvas.payment.lemonsqueezy;

import java.time.Instant;
import java.util.Set;

/** A payment for a subscription, at the gateway. */
public record InvoiceResource(String id, Attributes attributes) implements GatewayResource {
    private static final Set<String> WHOLE_PERIOD = Set.of("initial", "renewal");

    /** Documented at docs.lemonsqueezy.com/api/subscription-invoices. */
    public record Attributes(
            Long storeId,
            Long subscriptionId,
            String billingReason,
            String currency,
            String status,
            Long refundedAmount,
            Long subtotal,
            Long subtotalUsd,
            Long total,
            Instant createdAt,
            Instant updatedAt,
            Boolean testMode) {}

    public InvoiceResource {
        GatewayResource.require(id, "id");
        GatewayResource.require(attributes, "attributes");
        GatewayResource.require(attributes.subscriptionId(), "subscription_id");
        GatewayResource.require(attributes.status(), "status");
        GatewayResource.require(attributes.createdAt(), "created_at");
        GatewayResource.require(attributes.updatedAt(), "updated_at");
    }

    @Override
    public Long storeId() {
        return attributes.storeId();
    }

    @Override
    public Boolean testMode() {
        return attributes.testMode();
    }

    @Override
    public String status() {
        return attributes.status();
    }

    @Override
    public Instant updatedAt() {
        return attributes.updatedAt();
    }

    String subscriptionId() {
        return attributes.subscriptionId().toString();
    }

    /** False for what a change of plan costs within a period. */
    boolean paysWholePeriod() {
        return WHOLE_PERIOD.contains(String.valueOf(attributes.billingReason()));
    }

    boolean paysFirstPeriod() {
        return "initial".equals(attributes.billingReason());
    }

    /** Price before discounts and taxes: what plans are priced in. */
    long priceCents() {
        Long price =
                attributes.subtotalUsd() == null ? attributes.subtotal() : attributes.subtotalUsd();
        return price == null ? 0 : Math.max(0, price);
    }

    Payment payment() {
        return new Payment(
                attributes.status(),
                attributes.currency(),
                attributes.total(),
                attributes.refundedAmount(),
                attributes.createdAt(),
                attributes.updatedAt());
    }
}

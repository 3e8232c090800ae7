package studio.pingvas.payment.lemonsqueezy;

import java.time.Instant;

/** Something that was bought once, or the beginning of a subscription, at the gateway. */
public record OrderResource(String id, Attributes attributes) implements GatewayResource {
    /** Documented at docs.lemonsqueezy.com/api/orders. */
    public record Attributes(
            Long storeId,
            String currency,
            String status,
            Long refundedAmount,
            Long total,
            Item firstOrderItem,
            Instant createdAt,
            Instant updatedAt,
            Boolean testMode) {}

    /** What was bought. */
    public record Item(Long variantId) {}

    public OrderResource {
        GatewayResource.require(id, "id");
        GatewayResource.require(attributes, "attributes");
        GatewayResource.require(attributes.firstOrderItem(), "first_order_item");
        GatewayResource.require(attributes.firstOrderItem().variantId(), "variant_id");
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

    long variantId() {
        return attributes.firstOrderItem().variantId();
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

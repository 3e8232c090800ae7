package studio.pingvas.payment.lemonsqueezy;

import java.time.Instant;
import java.util.Locale;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.payment.subscriptions.PauseMode;
import studio.pingvas.payment.subscriptions.SubscriptionFacts;
import studio.pingvas.payment.subscriptions.SubscriptionStatus;

/** A subscription at the gateway. */
public record SubscriptionResource(String id, Attributes attributes) implements GatewayResource {
    /** Documented at docs.lemonsqueezy.com/api/subscriptions/the-subscription-object. */
    public record Attributes(
            Long storeId,
            Long customerId,
            Long orderId,
            Long variantId,
            String status,
            Pause pause,
            Instant trialEndsAt,
            Instant renewsAt,
            Instant endsAt,
            Instant createdAt,
            Instant updatedAt,
            Boolean testMode) {}

    /** While no payments are collected. */
    public record Pause(String mode) {}

    public SubscriptionResource {
        GatewayResource.require(id, "id");
        GatewayResource.require(attributes, "attributes");
        GatewayResource.require(attributes.variantId(), "variant_id");
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

    /**
     * @throws IllegalArgumentException if its status or pause is none that we know
     */
    SubscriptionFacts facts(Offer offer) {
        return new SubscriptionFacts(
                offer,
                attributes.variantId(),
                statusOf(attributes.status()),
                attributes.pause() == null
                        ? null
                        : PauseMode.valueOf(attributes.pause().mode().toUpperCase(Locale.ROOT)),
                attributes.trialEndsAt(),
                attributes.renewsAt(),
                attributes.endsAt(),
                attributes.updatedAt());
    }

    /** The gateway calls cancelled what still runs to its end. */
    private static SubscriptionStatus statusOf(String status) {
        return switch (status) {
            case "on_trial" -> SubscriptionStatus.TRIAL;
            case "active" -> SubscriptionStatus.ACTIVE;
            case "past_due" -> SubscriptionStatus.PAST_DUE;
            case "paused" -> SubscriptionStatus.PAUSED;
            case "unpaid" -> SubscriptionStatus.UNPAID;
            case "cancelled" -> SubscriptionStatus.CANCELLING;
            case "expired" -> SubscriptionStatus.EXPIRED;
            default ->
                    throw new IllegalArgumentException(
                            "A subscription cannot be \"" + status + "\"");
        };
    }
}

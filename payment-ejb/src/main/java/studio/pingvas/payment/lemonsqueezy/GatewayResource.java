package studio.pingvas.payment.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import studio.pingvas.platform.json.Json;

/**
 * A resource of the gateway, out of a report or out of an answer of its API: attributes are the
 * same in both. The fields are a choice of those that are documented; others are skipped.
 */
public sealed interface GatewayResource
        permits SubscriptionResource, InvoiceResource, OrderResource {
    /** The number at the gateway. */
    String id();

    Long storeId();

    Boolean testMode();

    String status();

    /** Its version. */
    Instant updatedAt();

    /**
     * @return nothing for a type that has no meaning here
     * @throws IllegalArgumentException if the attributes are not those of the type
     */
    static Optional<GatewayResource> of(String type, String id, JsonNode attributes) {
        String json = String.valueOf(attributes);
        return switch (String.valueOf(type)) {
            case "subscriptions" ->
                    Optional.of(
                            new SubscriptionResource(
                                    id, Json.read(json, SubscriptionResource.Attributes.class)));
            case "subscription-invoices" ->
                    Optional.of(
                            new InvoiceResource(
                                    id, Json.read(json, InvoiceResource.Attributes.class)));
            case "orders" ->
                    Optional.of(
                            new OrderResource(id, Json.read(json, OrderResource.Attributes.class)));
            default -> Optional.empty();
        };
    }

    /** What a resource cannot be without. */
    static void require(Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("The resource has no " + name);
        }
    }
}

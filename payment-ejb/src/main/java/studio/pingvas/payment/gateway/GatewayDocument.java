package studio.pingvas.payment.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import studio.pingvas.payment.lemonsqueezy.GatewayResource;

/** A resource as the API answers it. */
record GatewayDocument(String type, String id, JsonNode attributes) {
    /**
     * @throws GatewayFailureException if it is no resource
     */
    static GatewayDocument of(JsonNode data) {
        JsonNode attributes = data.path("attributes");
        if (!data.path("type").isTextual()
                || !data.path("id").isTextual()
                || !attributes.isObject()) {
            throw new GatewayFailureException("The payment gateway answers what is no resource");
        }
        return new GatewayDocument(
                data.path("type").asText(), data.path("id").asText(), attributes);
    }

    /**
     * @throws IllegalArgumentException if its fields are not those of its type
     */
    Optional<GatewayResource> resource() {
        return GatewayResource.of(type, id, attributes);
    }

    /** A signed address of a page of the gateway; it lives for a day. */
    String url(String name) {
        String url = attributes.path("urls").path(name).asText();
        if (url.isEmpty()) {
            throw new GatewayFailureException("The payment gateway gives no " + name);
        }
        return url;
    }

    Instant time(String name) {
        try {
            return Instant.parse(attributes.path(name).asText());
        } catch (DateTimeParseException e) {
            throw new GatewayFailureException("The payment gateway gives no " + name, e);
        }
    }
}

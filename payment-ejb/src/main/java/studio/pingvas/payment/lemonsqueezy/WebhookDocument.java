package studio.pingvas.payment.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import studio.pingvas.platform.json.Json;

/**
 * The body of a report: a resource, and why it is sent.
 *
 * <p>Documented at docs.lemonsqueezy.com/help/webhooks/webhook-requests.
 */
record WebhookDocument(Meta meta, Content data) {
    record Meta(String eventName, JsonNode customData) {}

    record Content(String type, String id, JsonNode attributes) {}

    /**
     * @throws IllegalArgumentException if the body is something else
     */
    static WebhookDocument read(byte[] body) {
        WebhookDocument document =
                Json.read(new String(body, StandardCharsets.UTF_8), WebhookDocument.class);
        GatewayResource.require(document, "content");
        GatewayResource.require(document.meta(), "meta");
        GatewayResource.require(document.data(), "data");
        return document;
    }

    boolean isAbout(String eventName) {
        return eventName.equals(meta.eventName());
    }

    Optional<GatewayResource> resource() {
        return GatewayResource.of(data.type(), data.id(), data.attributes());
    }

    Purchase purchase() {
        return Purchase.of(meta.customData());
    }
}

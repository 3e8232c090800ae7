package studio.pingvas.payment.lemonsqueezy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A report as the gateway sends it, by the documented fields; built anew by each change. */
record Payload(String event, String type, String id, UUID user, ObjectNode attributes) {
    static final long STORE = 11;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Payload subscription(String id, UUID user, long variant, Instant createdAt) {
        ObjectNode attributes = common(createdAt);
        attributes.put("order_id", 700).put("order_item_id", 701).put("product_id", 21);
        attributes.put("variant_id", variant).put("product_name", "Studio");
        attributes.put("user_name", "Ann Example").put("user_email", "a@example.test");
        attributes.put("status", "active").putNull("pause").put("cancelled", false);
        attributes.putNull("trial_ends_at").put("billing_anchor", 21);
        attributes.putObject("urls").put("customer_portal", "https://shop.test/portal?expires=1");
        attributes.put("renews_at", createdAt.plusSeconds(30 * 86_400).toString());
        attributes.putNull("ends_at");
        return new Payload("subscription_created", "subscriptions", id, user, attributes);
    }

    static Payload invoice(String id, String subscription, UUID user, Instant createdAt) {
        ObjectNode attributes = common(createdAt);
        attributes.put("subscription_id", Long.parseLong(subscription));
        attributes.put("user_email", "a@example.test").put("billing_reason", "initial");
        attributes.put("currency", "USD").put("status", "paid").put("refunded", false);
        attributes.put("refunded_amount", 0).put("subtotal", 2_900).put("total", 3_451);
        return new Payload(
                "subscription_payment_success", "subscription-invoices", id, user, attributes);
    }

    static Payload order(String id, UUID user, long variant, Instant createdAt) {
        ObjectNode attributes = common(createdAt);
        attributes.put("identifier", UUID.randomUUID().toString()).put("order_number", 7);
        attributes.put("user_email", "a@example.test").put("currency", "USD");
        attributes.put("status", "paid").put("refunded_amount", 0).put("total", 2_500);
        attributes.putObject("first_order_item").put("id", 701).put("variant_id", variant);
        return new Payload("order_created", "orders", id, user, attributes);
    }

    Payload as(String newEvent) {
        return new Payload(newEvent, type, id, user, attributes);
    }

    Payload with(String name, Object value) {
        ObjectNode changed = attributes.deepCopy();
        changed.set(name, MAPPER.valueToTree(value));
        return new Payload(event, type, id, user, changed);
    }

    Payload at(Instant updatedAt) {
        return with("updated_at", updatedAt.toString());
    }

    /** A report of the same resource that the gateway writes a second later. */
    Payload then(String newEvent, String status, Instant updatedAt) {
        return as(newEvent).with("status", status).at(updatedAt);
    }

    byte[] bytes() {
        ObjectNode document = MAPPER.createObjectNode();
        ObjectNode meta = document.putObject("meta");
        meta.put("test_mode", true).put("event_name", event);
        if (user != null) {
            meta.putObject("custom_data").put("user_id", user.toString());
        }
        ObjectNode data = document.putObject("data");
        data.put("type", type).put("id", id).set("attributes", attributes);
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode common(Instant createdAt) {
        return MAPPER.createObjectNode()
                .put("store_id", STORE)
                .put("customer_id", 501)
                .put("created_at", createdAt.toString())
                .put("updated_at", createdAt.plusSeconds(1).toString())
                .put("test_mode", true);
    }
}

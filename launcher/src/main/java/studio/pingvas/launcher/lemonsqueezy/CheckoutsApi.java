package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;

/** Makes checkouts. */
final class CheckoutsApi {
    private final State state;
    private final Catalog catalog;
    private final long storeId;

    CheckoutsApi(State state, Catalog catalog, long storeId) {
        this.state = state;
        this.catalog = catalog;
        this.storeId = storeId;
    }

    Resource create(JsonNode document) {
        JsonNode asked = Bodies.attributes(document, Resource.CHECKOUTS);
        if (Bodies.related(document, "store", "stores") != storeId) {
            throw ApiFault.invalid("/data/relationships/store", "There is no such store.");
        }
        long variantId = Bodies.related(document, "variant", "variants");
        Variant variant =
                catalog.variant(variantId)
                        .orElseThrow(
                                () ->
                                        ApiFault.invalid(
                                                "/data/relationships/variant",
                                                "There is no such variant."));
        checkEnabled(asked.path("product_options").path("enabled_variants"), variant);
        ObjectNode attributes = State.object();
        attributes
                .put("store_id", storeId)
                .put("variant_id", variant.id())
                .put("test_mode", true)
                .putNull("custom_price");
        attributes.set("product_options", productOptions(asked.path("product_options")));
        attributes.set("checkout_options", objectOrEmpty(asked.path("checkout_options")));
        attributes.set("checkout_data", checkoutData(asked.path("checkout_data")));
        attributes.put("expires_at", expiry(asked.path("expires_at")));
        String now = Times.text(state.now());
        attributes.put("created_at", now).put("updated_at", now);
        forgetExpired();
        return state.add(Resource.CHECKOUTS, UUID.randomUUID().toString(), attributes);
    }

    private void checkEnabled(JsonNode enabled, Variant variant) {
        boolean among = enabled.isMissingNode() || enabled.isEmpty();
        for (JsonNode id : enabled) {
            boolean known = id.isIntegralNumber() && catalog.variant(id.asLong()).isPresent();
            if (!known) {
                throw ApiFault.invalid(
                        "/data/attributes/product_options/enabled_variants",
                        "The enabled variants must be ids of variants.");
            }
            among |= id.asLong() == variant.id();
        }
        if (!among) {
            throw ApiFault.invalid(
                    "/data/attributes/product_options/enabled_variants",
                    "The variant must be one of the enabled ones.");
        }
    }

    private static ObjectNode productOptions(JsonNode options) {
        String redirect = options.path("redirect_url").asText();
        if (!redirect.isEmpty() && !isWebAddress(redirect)) {
            throw ApiFault.invalid(
                    "/data/attributes/product_options/redirect_url",
                    "The redirect url must be a valid URL.");
        }
        return objectOrEmpty(options);
    }

    private static ObjectNode checkoutData(JsonNode data) {
        String email = data.path("email").asText();
        if (!email.isEmpty() && !email.matches("[^@\\s]{1,200}@[^@\\s]{1,200}")) {
            throw ApiFault.invalid(
                    "/data/attributes/checkout_data/email",
                    "The email must be a valid email address.");
        }
        ObjectNode kept = objectOrEmpty(data);
        // Numbers come back as text, as in the webhooks of the documentation.
        ObjectNode custom = State.object();
        for (Map.Entry<String, JsonNode> entry : data.path("custom").properties()) {
            if (!entry.getValue().isValueNode()) {
                throw ApiFault.invalid(
                        "/data/attributes/checkout_data/custom", "Custom data must be values.");
            }
            custom.put(entry.getKey(), entry.getValue().asText());
        }
        kept.set("custom", custom);
        return kept;
    }

    private String expiry(JsonNode expiresAt) {
        if (expiresAt.isMissingNode() || expiresAt.isNull()) {
            return null;
        }
        try {
            Instant end = Instant.parse(expiresAt.asText());
            if (end.isAfter(state.now())) {
                return Times.text(end);
            }
        } catch (DateTimeParseException e) {
            throw ApiFault.invalid(
                    "/data/attributes/expires_at", "The expires at must be a valid date.");
        }
        throw ApiFault.invalid("/data/attributes/expires_at", "The expires at must be in future.");
    }

    private void forgetExpired() {
        Instant now = state.now();
        state.all(Resource.CHECKOUTS).stream()
                .filter(checkout -> isExpired(checkout, now))
                .forEach(state::remove);
    }

    static boolean isExpired(Resource checkout, Instant now) {
        JsonNode end = checkout.attributes().path("expires_at");
        return end.isTextual() && Instant.parse(end.asText()).isBefore(now);
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ObjectNode objectOrEmpty(JsonNode node) {
        return node instanceof ObjectNode object ? object.deepCopy() : State.object();
    }
}

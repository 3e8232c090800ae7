package studio.pingvas.payment.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.payment.Buyer;

/**
 * A page to pay on, as it is asked for.
 *
 * @param reference comes back with everything that follows from it
 * @param redirectUrl where the person goes afterwards
 */
record NewCheckout(
        UUID reference,
        Buyer buyer,
        long storeId,
        long variantId,
        String redirectUrl,
        Instant expiresAt,
        boolean testMode) {
    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode data = document.putObject("data").put("type", "checkouts");
        ObjectNode attributes = data.putObject("attributes");
        // Else the page offers all variants of the product, and a cheaper one can be paid.
        attributes
                .putObject("product_options")
                .put("redirect_url", redirectUrl)
                .putArray("enabled_variants")
                .add(variantId);
        attributes.putObject("checkout_options").put("embed", false).put("discount", false);
        attributes
                .putObject("checkout_data")
                .put("email", buyer.email())
                .putObject("custom")
                .put("user_id", buyer.userId().toString())
                .put("checkout_ref", reference.toString());
        attributes
                .put("expires_at", expiresAt.toString())
                .put("preview", false)
                .put("test_mode", testMode);
        ObjectNode relationships = data.putObject("relationships");
        relate(relationships, "store", "stores", storeId);
        relate(relationships, "variant", "variants", variantId);
        return document;
    }

    private static void relate(ObjectNode relationships, String name, String type, long id) {
        relationships
                .putObject(name)
                .putObject("data")
                .put("type", type)
                .put("id", Long.toString(id));
    }
}

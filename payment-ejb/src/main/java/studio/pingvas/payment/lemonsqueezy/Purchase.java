package studio.pingvas.payment.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * What was handed to the gateway when the person went to pay, and comes back with the report. It is
 * used when something is seen for the first time; afterwards the stored row says whose it is.
 *
 * @param reference of our checkout, or null
 * @param userId who went to pay, or null
 */
public record Purchase(UUID reference, UUID userId) {
    public static final Purchase UNKNOWN = new Purchase(null, null);

    static Purchase of(JsonNode customData) {
        return customData == null
                ? UNKNOWN
                : new Purchase(uuid(customData, "checkout_ref"), uuid(customData, "user_id"));
    }

    /** A buyer can write into the address of a payment page, so it may be anything. */
    private static UUID uuid(JsonNode customData, String name) {
        return Optional.ofNullable(customData.get(name))
                .map(JsonNode::asText)
                .flatMap(Purchase::parse)
                .orElse(null);
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

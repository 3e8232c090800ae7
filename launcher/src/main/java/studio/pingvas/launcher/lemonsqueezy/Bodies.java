package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;

/** Fields of request documents; what is not as documented is 422. */
final class Bodies {
    private Bodies() {}

    /** The attributes of a document of that type. */
    static JsonNode attributes(JsonNode document, String type) {
        JsonNode data = document.path("data");
        if (!data.path("type").asText().equals(type)) {
            throw ApiFault.invalid("/data/type", "The member type must be " + type + ".");
        }
        return data.path("attributes");
    }

    static long related(JsonNode document, String name, String type) {
        JsonNode data = document.at("/data/relationships/" + name + "/data");
        String pointer = "/data/relationships/" + name;
        if (!data.path("type").asText().equals(type) || !data.path("id").isTextual()) {
            throw ApiFault.invalid(pointer, "The " + name + " relationship is required.");
        }
        if (!data.path("id").asText().matches("\\d{1,18}")) {
            throw ApiFault.invalid(pointer, "The related resource does not exist.");
        }
        return Long.parseLong(data.path("id").asText());
    }

    static boolean flag(JsonNode attributes, String name) {
        JsonNode value = attributes.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw ApiFault.invalid(
                    "/data/attributes/" + name, "The " + name + " field must be true or false.");
        }
        return value.asBoolean();
    }

    static Long positiveOrNull(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.canConvertToLong() || value.asLong() <= 0) {
            throw ApiFault.invalid("/data/attributes/amount", "The amount must be positive.");
        }
        return value.asLong();
    }
}

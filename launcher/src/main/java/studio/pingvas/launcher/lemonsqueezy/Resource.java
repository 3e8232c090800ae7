package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One resource of the JSON:API.
 *
 * @param type as Lemon Squeezy names it
 * @param id unique over all types
 * @param attributes what is stored of it; changes are kept by {@link State#save}
 */
record Resource(String type, String id, ObjectNode attributes) {
    static final String CHECKOUTS = "checkouts";
    static final String ORDERS = "orders";
    static final String SUBSCRIPTIONS = "subscriptions";
    static final String INVOICES = "subscription-invoices";

    String text(String name) {
        return attributes.path(name).asText();
    }

    long number(String name) {
        return attributes.path(name).asLong();
    }

    boolean is(String name) {
        return attributes.path(name).asBoolean();
    }

    boolean hasStatus(String status) {
        return text("status").equals(status);
    }
}

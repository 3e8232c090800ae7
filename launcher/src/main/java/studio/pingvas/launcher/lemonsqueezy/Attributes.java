package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** The fields of what is sold, as Lemon Squeezy documents them. */
final class Attributes {
    private static final String CARD = "visa";
    private static final String LAST_FOUR = "4242";

    private Attributes() {}

    static ObjectNode order(
            long storeId, long customerId, Buyer buyer, Variant variant, Instant at) {
        ObjectNode order = State.object();
        order.put("store_id", storeId)
                .put("customer_id", customerId)
                .put("identifier", UUID.randomUUID().toString())
                .put("user_name", buyer.name())
                .put("user_email", buyer.email());
        addMoney(order, variant.cents());
        order.put("status", "paid").put("status_formatted", "Paid");
        addNoRefund(order);
        addTimes(order, at);
        return order;
    }

    static void addItem(ObjectNode order, long orderId, long itemId, Variant variant) {
        order.put("order_number", orderId);
        order.putObject("first_order_item")
                .put("id", itemId)
                .put("order_id", orderId)
                .put("product_id", variant.productId())
                .put("variant_id", variant.id())
                .put("product_name", variant.product())
                .put("variant_name", variant.name())
                .put("price", variant.cents())
                .put("quantity", 1);
    }

    static ObjectNode subscription(Resource order, Variant variant, boolean payPal, Instant at) {
        ObjectNode subscription = State.object();
        long itemId = order.attributes().path("first_order_item").path("id").asLong();
        subscription
                .put("store_id", order.number("store_id"))
                .put("customer_id", order.number("customer_id"))
                .put("order_id", Long.parseLong(order.id()))
                .put("order_item_id", itemId)
                .put("user_name", order.text("user_name"))
                .put("user_email", order.text("user_email"))
                .put("payment_processor", payPal ? "paypal" : "stripe");
        addCard(subscription, payPal);
        addVariant(subscription, variant);
        subscription.put("cancelled", false).putNull("pause").putNull("trial_ends_at");
        subscription
                .put("billing_anchor", at.atZone(ZoneOffset.UTC).getDayOfMonth())
                .put("renews_at", Times.text(variant.endOfPeriod(at)))
                .putNull("ends_at");
        addStatus(subscription, "active");
        addTimes(subscription, at);
        return subscription;
    }

    static ObjectNode invoice(
            Resource subscription, String reason, long cents, boolean paid, Instant at) {
        ObjectNode invoice = State.object();
        invoice.put("store_id", subscription.number("store_id"))
                .put("subscription_id", Long.parseLong(subscription.id()))
                .put("customer_id", subscription.number("customer_id"))
                .put("user_name", subscription.text("user_name"))
                .put("user_email", subscription.text("user_email"))
                .put("billing_reason", reason);
        addCard(invoice, subscription.text("payment_processor").equals("paypal"));
        addMoney(invoice, cents);
        addStatus(invoice, paid ? "paid" : "pending");
        addNoRefund(invoice);
        addTimes(invoice, at);
        return invoice;
    }

    static void addVariant(ObjectNode subscription, Variant variant) {
        subscription
                .put("product_id", variant.productId())
                .put("variant_id", variant.id())
                .put("product_name", variant.product())
                .put("variant_name", variant.name());
    }

    static void addStatus(ObjectNode attributes, String status) {
        String words = status.replace('_', ' ');
        attributes
                .put("status", status)
                .put(
                        "status_formatted",
                        words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    private static void addCard(ObjectNode attributes, boolean payPal) {
        attributes
                .put("card_brand", payPal ? null : CARD)
                .put("card_last_four", payPal ? null : LAST_FOUR);
    }

    private static void addMoney(ObjectNode attributes, long cents) {
        attributes.put("currency", "USD").put("currency_rate", "1.0000");
        for (String suffix : new String[] {"", "_usd"}) {
            attributes
                    .put("subtotal" + suffix, cents)
                    .put("discount_total" + suffix, 0)
                    .put("tax" + suffix, 0)
                    .put("total" + suffix, cents);
        }
        attributes.put("total_formatted", Html.money(cents));
    }

    private static void addNoRefund(ObjectNode attributes) {
        attributes
                .put("refunded", false)
                .putNull("refunded_at")
                .put("refunded_amount", 0)
                .put("refunded_amount_usd", 0);
    }

    private static void addTimes(ObjectNode attributes, Instant at) {
        attributes
                .put("created_at", Times.text(at))
                .put("updated_at", Times.text(at))
                .put("test_mode", true);
    }

    /**
     * @param name for the receipt
     */
    record Buyer(String name, String email) {}
}

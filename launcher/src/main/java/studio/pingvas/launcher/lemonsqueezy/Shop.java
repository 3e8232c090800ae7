package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sells and pays back. Each act tells the application by the events that Lemon Squeezy sends. */
final class Shop {
    private final State state;
    private final Catalog catalog;
    private final WebhookSender webhooks;
    private final long storeId;

    Shop(State state, Catalog catalog, WebhookSender webhooks, long storeId) {
        this.state = state;
        this.catalog = catalog;
        this.webhooks = webhooks;
        this.storeId = storeId;
    }

    /** A checkout can be paid once. */
    void pay(Resource checkout, boolean payPal) {
        if (checkout.is("paid")) {
            throw new ApiFault(422, "This checkout was paid already.");
        }
        Variant variant = catalog.variant(checkout.number("variant_id")).orElseThrow();
        Instant now = state.now();
        Resource order = order(checkout, variant, now);
        checkout.attributes().put("paid", true);
        List<Event> events = new ArrayList<>(List.of(new Event("order_created", order)));
        if (variant.isSubscription()) {
            Resource subscription =
                    state.add(
                            Resource.SUBSCRIPTIONS,
                            Attributes.subscription(order, variant, payPal, now));
            Resource invoice =
                    state.add(
                            Resource.INVOICES,
                            Attributes.invoice(
                                    subscription, "initial", variant.cents(), true, now));
            events.add(new Event("subscription_created", subscription));
            events.add(new Event("subscription_updated", subscription));
            events.add(new Event("subscription_payment_success", invoice));
        }
        webhooks.send(events);
    }

    /**
     * @param cents what is paid back now; null for all that is left
     */
    void refundOrder(Resource order, Long cents) {
        refund(order, cents);
        List<Event> events = new ArrayList<>(List.of(new Event("order_refunded", order)));
        initialInvoiceOf(order)
                .ifPresent(
                        invoice -> {
                            refund(invoice, cents);
                            events.add(new Event("subscription_payment_refunded", invoice));
                        });
        webhooks.send(events);
    }

    /**
     * @param cents what is paid back now; null for all that is left
     */
    void refundInvoice(Resource invoice, Long cents) {
        if (!invoice.is("refunded") && !invoice.hasStatus("paid")) {
            throw new ApiFault(422, "Nothing was paid that could be refunded.");
        }
        refund(invoice, cents);
        webhooks.send(List.of(new Event("subscription_payment_refunded", invoice)));
    }

    private Resource order(Resource checkout, Variant variant, Instant now) {
        String email = checkout.attributes().path("checkout_data").path("email").asText();
        String name = checkout.attributes().path("checkout_data").path("name").asText();
        Attributes.Buyer buyer = new Attributes.Buyer(name, email);
        long customer = state.customerOf(email);
        Resource order =
                state.add(
                        Resource.ORDERS, Attributes.order(storeId, customer, buyer, variant, now));
        Attributes.addItem(order.attributes(), Long.parseLong(order.id()), state.nextId(), variant);
        state.keepCustom(order.id(), checkout.attributes().path("checkout_data").path("custom"));
        return order;
    }

    private void refund(Resource payment, Long cents) {
        long left = payment.number("total") - payment.number("refunded_amount");
        long amount = cents == null ? left : cents;
        if (amount <= 0 || amount > left) {
            throw ApiFault.invalid(
                    "/data/attributes/amount", "The amount must be from 1 to " + left + ".");
        }
        String now = Times.text(state.now());
        long refunded = payment.number("refunded_amount") + amount;
        ObjectNode attributes = payment.attributes();
        attributes
                .put("refunded_amount", refunded)
                .put("refunded_amount_usd", refunded)
                .put("refunded", true)
                .put("refunded_at", now)
                .put("updated_at", now);
        // A partial refund leaves the status, as in the sample of the documentation.
        if (refunded == payment.number("total")) {
            Attributes.addStatus(attributes, "refunded");
        }
    }

    private Optional<Resource> initialInvoiceOf(Resource order) {
        return state.all(Resource.SUBSCRIPTIONS).stream()
                .filter(subscription -> subscription.text("order_id").equals(order.id()))
                .flatMap(
                        subscription ->
                                state.all(Resource.INVOICES).stream()
                                        .filter(
                                                invoice ->
                                                        invoice.text("subscription_id")
                                                                .equals(subscription.id())))
                .filter(invoice -> invoice.text("billing_reason").equals("initial"))
                .findFirst();
    }
}

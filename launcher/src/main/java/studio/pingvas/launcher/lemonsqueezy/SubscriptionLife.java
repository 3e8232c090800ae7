package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can happen to a subscription after it was bought. */
final class SubscriptionLife {
    private static final String UPDATED = "subscription_updated";
    private static final Duration NEXT_ATTEMPT = Duration.ofDays(3);

    private final State state;
    private final Catalog catalog;
    private final WebhookSender webhooks;

    SubscriptionLife(State state, Catalog catalog, WebhookSender webhooks) {
        this.state = state;
        this.catalog = catalog;
        this.webhooks = webhooks;
    }

    /** The next period is paid. */
    void renew(Resource subscription) {
        require(subscription, "active", "on_trial");
        Variant variant = variantOf(subscription);
        Instant now = state.now();
        Instant end = variant.endOfPeriod(Instant.parse(subscription.text("renews_at")));
        subscription.attributes().put("renews_at", Times.text(end));
        touch(subscription, "active", now);
        Resource invoice = charge(subscription, "renewal", variant.cents(), true, now);
        tell(subscription, UPDATED, new Event("subscription_payment_success", invoice));
    }

    /** The next period cannot be paid; it is tried again, and the subscription goes on. */
    void fail(Resource subscription) {
        require(subscription, "active", "past_due");
        Instant now = state.now();
        Resource invoice =
                openInvoice(subscription)
                        .orElseGet(
                                () ->
                                        charge(
                                                subscription,
                                                "renewal",
                                                variantOf(subscription).cents(),
                                                false,
                                                now));
        invoice.attributes().put("updated_at", Times.text(now));
        subscription.attributes().put("renews_at", Times.text(now.plus(NEXT_ATTEMPT)));
        touch(subscription, "past_due", now);
        tell(subscription, UPDATED, new Event("subscription_payment_failed", invoice));
    }

    /** What was owed is paid after all. */
    void recover(Resource subscription) {
        require(subscription, "past_due", "unpaid");
        Instant now = state.now();
        Resource invoice =
                openInvoice(subscription)
                        .orElseThrow(() -> new ApiFault(422, "There is no open invoice."));
        Attributes.addStatus(invoice.attributes(), "paid");
        invoice.attributes().put("updated_at", Times.text(now));
        subscription
                .attributes()
                .put("renews_at", Times.text(variantOf(subscription).endOfPeriod(now)));
        touch(subscription, "active", now);
        tell(
                subscription,
                UPDATED,
                new Event("subscription_payment_recovered", invoice),
                new Event("subscription_payment_success", invoice));
    }

    /** All attempts failed. */
    void giveUp(Resource subscription) {
        require(subscription, "past_due");
        touch(subscription, "unpaid", state.now());
        tell(subscription, UPDATED);
    }

    void cancel(Resource subscription) {
        if (subscription.hasStatus("cancelled")) {
            return;
        }
        requireNot(subscription, "expired");
        ObjectNode attributes = subscription.attributes();
        attributes.put("cancelled", true).put("ends_at", subscription.text("renews_at"));
        touch(subscription, "cancelled", state.now());
        tell(subscription, UPDATED, new Event("subscription_cancelled", subscription));
    }

    void resume(Resource subscription) {
        if (!subscription.is("cancelled")) {
            return;
        }
        requireNot(subscription, "expired");
        subscription.attributes().put("cancelled", false).putNull("ends_at");
        touch(subscription, "active", state.now());
        tell(subscription, UPDATED, new Event("subscription_resumed", subscription));
    }

    /**
     * @param pause {@code mode} void or free, {@code resumes_at} or null
     */
    void pause(Resource subscription, JsonNode pause) {
        require(subscription, "active", "paused");
        subscription.attributes().set("pause", pause);
        touch(subscription, "paused", state.now());
        tell(subscription, UPDATED, new Event("subscription_paused", subscription));
    }

    void unpause(Resource subscription) {
        require(subscription, "paused");
        subscription.attributes().putNull("pause");
        touch(subscription, "active", state.now());
        tell(subscription, UPDATED, new Event("subscription_unpaused", subscription));
    }

    void expire(Resource subscription) {
        requireNot(subscription, "expired");
        Instant now = state.now();
        subscription.attributes().put("ends_at", Times.text(now));
        touch(subscription, "expired", now);
        tell(subscription, UPDATED, new Event("subscription_expired", subscription));
    }

    /**
     * Another price from now on.
     *
     * @param chargeNow whether the part of the period that is left is charged at once
     */
    void change(Resource subscription, Variant variant, boolean chargeNow) {
        require(subscription, "active", "on_trial", "past_due");
        Variant before = variantOf(subscription);
        if (variant.id() == before.id()) {
            return;
        }
        Instant now = state.now();
        boolean newInterval = !variant.interval().equals(before.interval());
        double left = partLeft(subscription, before, now);
        long cents =
                newInterval
                        ? variant.cents() - Math.round(before.cents() * left)
                        : Math.round((variant.cents() - before.cents()) * left);
        Attributes.addVariant(subscription.attributes(), variant);
        if (newInterval && chargeNow) {
            subscription.attributes().put("renews_at", Times.text(variant.endOfPeriod(now)));
        }
        touch(subscription, subscription.text("status"), now);
        if (cents > 0 && chargeNow) {
            Resource invoice = charge(subscription, "updated", cents, true, now);
            tell(subscription, UPDATED, new Event("subscription_payment_success", invoice));
        } else {
            tell(subscription, UPDATED);
        }
    }

    /** What becomes due by the clock alone. */
    void passTime() {
        Instant now = state.now();
        for (Resource subscription : state.all(Resource.SUBSCRIPTIONS)) {
            if (subscription.hasStatus("cancelled") && isPast(subscription, "ends_at", now)) {
                expire(subscription);
            } else if (subscription.hasStatus("active") && isPast(subscription, "renews_at", now)) {
                renew(subscription);
            }
        }
    }

    private double partLeft(Resource subscription, Variant variant, Instant now) {
        Instant end = Instant.parse(subscription.text("renews_at"));
        Instant whole = variant.endOfPeriod(now);
        double part =
                (double) Duration.between(now, end).toSeconds()
                        / Duration.between(now, whole).toSeconds();
        return Math.max(0, Math.min(1, part));
    }

    private Resource charge(
            Resource subscription, String reason, long cents, boolean paid, Instant now) {
        return state.add(
                Resource.INVOICES, Attributes.invoice(subscription, reason, cents, paid, now));
    }

    private Optional<Resource> openInvoice(Resource subscription) {
        return state.all(Resource.INVOICES).stream()
                .filter(invoice -> invoice.text("subscription_id").equals(subscription.id()))
                .filter(invoice -> invoice.hasStatus("pending"))
                .findFirst();
    }

    private Variant variantOf(Resource subscription) {
        return catalog.variant(subscription.number("variant_id")).orElseThrow();
    }

    private void tell(Resource subscription, String first, Event... others) {
        List<Event> events = new ArrayList<>(List.of(new Event(first, subscription)));
        events.addAll(List.of(others));
        webhooks.send(events);
    }

    private static void touch(Resource subscription, String status, Instant now) {
        Attributes.addStatus(subscription.attributes(), status);
        subscription.attributes().put("updated_at", Times.text(now));
    }

    private static boolean isPast(Resource subscription, String time, Instant now) {
        return Instant.parse(subscription.text(time)).isBefore(now);
    }

    private static void require(Resource subscription, String... statuses) {
        if (!List.of(statuses).contains(subscription.text("status"))) {
            throw new ApiFault(
                    422, "The subscription is " + subscription.text("status") + ": not possible.");
        }
    }

    private static void requireNot(Resource subscription, String status) {
        if (subscription.hasStatus(status)) {
            throw new ApiFault(422, "The subscription is " + status + ": not possible.");
        }
    }
}

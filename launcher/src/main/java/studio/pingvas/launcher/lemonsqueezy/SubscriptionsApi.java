package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;

/** Changes subscriptions as the API documents it. */
final class SubscriptionsApi {
    private final Catalog catalog;
    private final SubscriptionLife life;

    SubscriptionsApi(Catalog catalog, SubscriptionLife life) {
        this.catalog = catalog;
        this.life = life;
    }

    void patch(Resource subscription, JsonNode document) {
        JsonNode asked = Bodies.attributes(document, Resource.SUBSCRIPTIONS);
        if (!document.at("/data/id").asText().equals(subscription.id())) {
            throw ApiFault.invalid("/data/id", "The member id must be that of the address.");
        }
        if (asked.has("pause")) {
            pause(subscription, asked.path("pause"));
        }
        if (asked.has("cancelled")) {
            if (Bodies.flag(asked, "cancelled")) {
                life.cancel(subscription);
            } else {
                life.resume(subscription);
            }
        }
        if (asked.has("variant_id")) {
            changeVariant(subscription, asked);
        }
    }

    void delete(Resource subscription) {
        life.cancel(subscription);
    }

    /** A subscription by PayPal stays as it is: the customer has to agree on a page of the shop. */
    private void changeVariant(Resource subscription, JsonNode asked) {
        boolean now = Bodies.flag(asked, "invoice_immediately");
        boolean never = Bodies.flag(asked, "disable_prorations");
        Variant variant =
                catalog.variant(asked.path("variant_id").asLong())
                        .filter(Variant::isSubscription)
                        .orElseThrow(
                                () ->
                                        ApiFault.invalid(
                                                "/data/attributes/variant_id",
                                                "The variant is not one of a subscription."));
        if (!subscription.text("payment_processor").equals("paypal")) {
            life.change(subscription, variant, now && !never);
        }
    }

    private void pause(Resource subscription, JsonNode pause) {
        if (pause.isNull()) {
            life.unpause(subscription);
            return;
        }
        String mode = pause.path("mode").asText();
        if (!mode.equals("void") && !mode.equals("free")) {
            throw ApiFault.invalid("/data/attributes/pause/mode", "The mode is void or free.");
        }
        life.pause(
                subscription,
                State.object()
                        .put("mode", mode)
                        .put("resumes_at", pause.path("resumes_at").textValue()));
    }
}

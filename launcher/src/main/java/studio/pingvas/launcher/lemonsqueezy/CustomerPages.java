package studio.pingvas.launcher.lemonsqueezy;

import java.util.List;

/** What a customer sees by a signed address: the subscription, invoices, receipts. */
final class CustomerPages {
    private final State state;
    private final Catalog catalog;
    private final SubscriptionLife life;
    private final SignedLinks links;

    CustomerPages(State state, Catalog catalog, SubscriptionLife life, SignedLinks links) {
        this.state = state;
        this.catalog = catalog;
        this.life = life;
        this.links = links;
    }

    Reply answer(Request request) {
        List<String> path = request.path();
        if (path.size() != 2) {
            throw ApiFault.notFound();
        }
        links.check("/" + path.get(0) + "/" + path.get(1), request.query());
        return switch (path.get(0)) {
            case "portal" -> portal(find(Resource.SUBSCRIPTIONS, path.get(1)), request);
            case "invoice" -> Reply.html(invoice(find(Resource.INVOICES, path.get(1)), "Invoice"));
            default -> Reply.html(invoice(find(Resource.ORDERS, path.get(1)), "Receipt"));
        };
    }

    private Reply portal(Resource subscription, Request request) {
        if (request.method().equals("POST")) {
            act(subscription, request);
            return Reply.to(links.to("/portal/" + subscription.id()));
        }
        String here = links.to("/portal/" + subscription.id());
        StringBuilder changes = new StringBuilder();
        catalog.all().stream()
                .filter(Variant::isSubscription)
                .filter(variant -> variant.id() != subscription.number("variant_id"))
                .forEach(
                        variant ->
                                changes.append(
                                        form(here, "variant", variant.id(), variant.name())));
        String content =
                "<dl>"
                        + Html.row("Plan", subscription.text("variant_name"))
                        + Html.row("State", subscription.text("status_formatted"))
                        + Html.row("Renews", Html.time(subscription.text("renews_at")))
                        + Html.row("Ends", Html.time(subscription.text("ends_at")))
                        + Html.row("Card", subscription.text("card_last_four"))
                        + "</dl><h2>Change the plan</h2><div class=\"buttons\">"
                        + changes
                        + "</div><h2>Payment</h2><div class=\"buttons\">"
                        + form(here, "card", 1, "Use a new card and pay what is owed")
                        + "</div>";
        return Reply.html(Html.page("Your subscription", "card", content));
    }

    private void act(Resource subscription, Request request) {
        String variantId = request.form().getOrDefault("variant", "");
        if (variantId.matches("\\d{1,18}")) {
            Variant variant =
                    catalog.variant(Long.parseLong(variantId))
                            .filter(Variant::isSubscription)
                            .orElseThrow(ApiFault::notFound);
            life.change(subscription, variant, true);
        } else {
            life.recover(subscription);
        }
    }

    private static String form(String address, String name, long value, String label) {
        return """
        <form method="post" action="%s"><button name="%s" value="%d">%s</button></form>
        """
                .formatted(Html.escape(address), name, value, Html.escape(label));
    }

    private static String invoice(Resource payment, String title) {
        String content =
                "<dl>"
                        + Html.row("Number", payment.id())
                        + Html.row("To", payment.text("user_email"))
                        + Html.row("Date", Html.time(payment.text("created_at")))
                        + Html.row("Total", Html.money(payment.number("total")))
                        + Html.row("Refunded", Html.money(payment.number("refunded_amount")))
                        + Html.row("State", payment.text("status_formatted"))
                        + "</dl>";
        return Html.page(title, "card", content);
    }

    private Resource find(String type, String id) {
        return state.find(type, id).orElseThrow(ApiFault::notFound);
    }
}

package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One page with everything that was sold, and a button for everything that can happen to it. */
final class ControlPages {
    private static final int SHOWN = 50;
    private static final Map<String, String> MODES = new LinkedHashMap<>();
    private static final Map<String, String> VERBS = new LinkedHashMap<>();

    static {
        MODES.put("once", "Once, in order");
        MODES.put("twice", "Twice");
        MODES.put("reversed", "Out of order");
        MODES.put("lost", "Not at all");
        VERBS.put("renew", "Renew");
        VERBS.put("fail", "Fail payment");
        VERBS.put("recover", "Recover");
        VERBS.put("unpaid", "Give up");
        VERBS.put("cancel", "Cancel");
        VERBS.put("resume", "Resume");
        VERBS.put("pause", "Pause (void)");
        VERBS.put("pause-free", "Pause (free)");
        VERBS.put("unpause", "Unpause");
        VERBS.put("expire", "Expire");
    }

    private final State state;
    private final Catalog catalog;
    private final WebhookSender webhooks;
    private final SignedLinks links;

    ControlPages(State state, Catalog catalog, WebhookSender webhooks, SignedLinks links) {
        this.state = state;
        this.catalog = catalog;
        this.webhooks = webhooks;
        this.links = links;
    }

    Reply overview() {
        String content =
                "<p>Webhooks go to <code>"
                        + Html.escape(webhooks.address())
                        + "</code>.</p>"
                        + section("Subscriptions", Resource.SUBSCRIPTIONS, this::subscription)
                        + section("Orders", Resource.ORDERS, this::payment)
                        + section("Invoices", Resource.INVOICES, this::payment)
                        + "<h2>Events</h2>"
                        + modes()
                        + deliveries();
        return Reply.html(Html.page("Stand-in for Lemon Squeezy", "wide", content));
    }

    private String section(String title, String type, Function<Resource, String> entry) {
        List<Resource> all = state.all(type);
        String entries = all.stream().limit(SHOWN).map(entry).collect(Collectors.joining());
        String more =
                all.size() > SHOWN ? "<p>And " + (all.size() - SHOWN) + " older ones.</p>" : "";
        return "<h2>" + title + "</h2>" + (all.isEmpty() ? "<p>None yet.</p>" : entries) + more;
    }

    private String subscription(Resource subscription) {
        String address = "/control/subscriptions/" + subscription.id() + "/";
        StringBuilder buttons = new StringBuilder();
        VERBS.forEach((verb, label) -> buttons.append(Html.button(address + verb, label)));
        return article(
                subscription,
                subscription.text("variant_name") + " for " + subscription.text("user_email"),
                "Renews "
                        + Html.time(subscription.text("renews_at"))
                        + ends(subscription.text("ends_at")),
                buttons + change(address, subscription) + portal(subscription));
    }

    private String payment(Resource payment) {
        String item = payment.attributes().at("/first_order_item/variant_name").asText();
        String reason = payment.text("billing_reason");
        String refund =
                """
                <form method="post" action="/control/%s/%s/refund">
                  <input name="cents" inputmode="numeric" pattern="[0-9]*" placeholder="cents"
                         aria-label="Cents to refund, empty for all" size="7">
                  <button>Refund</button>
                </form>
                """
                        .formatted(payment.type(), payment.id());
        return article(
                payment,
                Html.money(payment.number("total"))
                        + " "
                        + (item.isEmpty()
                                ? reason + ", subscription " + payment.text("subscription_id")
                                : item),
                "Refunded " + Html.money(payment.number("refunded_amount")),
                refund);
    }

    private static String article(Resource resource, String title, String text, String buttons) {
        return """
        <article>
          <header><strong>%s</strong> <span class="state %s">%s</span> <small>%s</small></header>
          <p>%s</p>
          <div class="buttons">%s</div>
        </article>
        """
                .formatted(
                        Html.escape(title),
                        Html.escape(resource.text("status")),
                        Html.escape(resource.text("status_formatted")),
                        Html.escape(resource.id()),
                        Html.escape(text),
                        buttons);
    }

    private String change(String address, Resource subscription) {
        String options =
                catalog.all().stream()
                        .filter(Variant::isSubscription)
                        .filter(variant -> variant.id() != subscription.number("variant_id"))
                        .map(
                                variant ->
                                        "<option value=\"%d\">%s</option>"
                                                .formatted(
                                                        variant.id(), Html.escape(variant.name())))
                        .collect(Collectors.joining());
        return """
        <form method="post" action="%schange">
          <select name="variant" aria-label="Other plan">%s</select>
          <button>Change plan</button>
        </form>
        """
                .formatted(address, options);
    }

    private String portal(Resource subscription) {
        return "<a href=\"%s\">Customer's page</a>"
                .formatted(Html.escape(links.to("/portal/" + subscription.id())));
    }

    private String modes() {
        StringBuilder buttons = new StringBuilder();
        MODES.forEach(
                (mode, label) ->
                        buttons.append(
                                "<button name=\"mode\" value=\"%s\"%s>%s</button>"
                                        .formatted(
                                                mode,
                                                mode.equals(state.deliveryMode())
                                                        ? " class=\"primary\""
                                                        : "",
                                                label)));
        return "<form method=\"post\" action=\"/control/delivery\" class=\"buttons\">From now on,"
                + " send them: "
                + buttons
                + "</form>";
    }

    private String deliveries() {
        List<ObjectNode> newestFirst = state.deliveries();
        Collections.reverse(newestFirst);
        String rows =
                newestFirst.stream()
                        .limit(SHOWN)
                        .map(ControlPages::delivery)
                        .collect(Collectors.joining());
        return "<table><thead><tr><th>Time</th><th>Event</th><th>About</th><th>Answer</th><th>"
                + "</th></tr></thead><tbody>"
                + rows
                + "</tbody></table>";
    }

    private static String delivery(ObjectNode delivery) {
        long number = delivery.path("number").asLong();
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        Html.escape(delivery.path("at").asText().substring(11, 19)),
                        Html.escape(delivery.path("event").asText()),
                        Html.escape(delivery.path("about").asText()),
                        Html.escape(result(delivery)),
                        Html.button("/control/deliveries/" + number + "/send", "Send again"));
    }

    private static String result(ObjectNode delivery) {
        String result = delivery.path("result").asText();
        return result.equals("pending") && delivery.has("answer")
                ? delivery.path("answer").asText() + ", will try again"
                : result;
    }

    private static String ends(String time) {
        return time.length() < 16 ? "" : ", ends " + Html.time(time);
    }
}

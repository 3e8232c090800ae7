package studio.pingvas.launcher.lemonsqueezy;

import java.util.List;

/** The page where somebody pays. */
final class CheckoutPages {
    private static final String PAGE =
            """
            <p class="product">%s</p>
            <p class="price">%s%s</p>
            <dl>%s</dl>
            <form method="post" action="/checkout/%s/pay" class="stack">
              <fieldset>
                <legend>Pay by</legend>
                <label><input type="radio" name="method" value="card" checked> Card 4242</label>
                <label><input type="radio" name="method" value="paypal"> PayPal</label>
              </fieldset>
              <button class="primary">Pay %s</button>
            </form>
            <form method="post" action="/checkout/%s/decline" class="stack">
              <button>Pay with a card that is declined</button>
            </form>
            %s
            """;

    private final State state;
    private final Catalog catalog;
    private final Shop shop;

    CheckoutPages(State state, Catalog catalog, Shop shop) {
        this.state = state;
        this.catalog = catalog;
        this.shop = shop;
    }

    Reply answer(Request request) {
        List<String> path = request.path();
        if (path.size() < 2) {
            throw ApiFault.notFound();
        }
        Resource checkout =
                state.find(Resource.CHECKOUTS, path.get(1)).orElseThrow(ApiFault::notFound);
        if (CheckoutsApi.isExpired(checkout, state.now())) {
            throw new ApiFault(422, "This checkout has expired.");
        }
        String act = path.size() == 3 && request.method().equals("POST") ? path.get(2) : "";
        return switch (act) {
            case "pay" -> pay(checkout, request);
            case "decline" -> Reply.html(402, page(checkout, DECLINED));
            default -> Reply.html(page(checkout, ""));
        };
    }

    private static final String DECLINED =
            "<p class=\"failure\">The card was declined. Nothing was bought.</p>";

    private Reply pay(Resource checkout, Request request) {
        boolean payPal = "paypal".equals(request.form().get("method"));
        shop.pay(checkout, payPal);
        String next = checkout.attributes().at("/product_options/redirect_url").asText();
        if (request.wantsJson() || next.isEmpty()) {
            return Reply.html(Html.page("Thank you", "card", "<p>Paid, in a manner.</p>"));
        }
        return Reply.to(next);
    }

    private String page(Resource checkout, String note) {
        Variant variant = catalog.variant(checkout.number("variant_id")).orElseThrow();
        String price = Html.money(variant.cents());
        String every = variant.isSubscription() ? " every " + variant.interval() : "";
        String email = checkout.attributes().at("/checkout_data/email").asText();
        String rows = Html.row("Receipt to", email) + Html.row("Product", variant.product());
        if (checkout.is("paid")) {
            note = "<p class=\"failure\">This checkout was paid already.</p>";
        }
        String id = checkout.id();
        return Html.page(
                "Checkout",
                "card",
                PAGE.formatted(
                        Html.escape(variant.name()), price, every, rows, id, price, id, note));
    }
}

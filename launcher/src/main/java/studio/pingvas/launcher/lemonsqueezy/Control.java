package studio.pingvas.launcher.lemonsqueezy;

import java.util.List;

/** What the buttons of the overview do; see the package for the addresses. */
final class Control {
    private final State state;
    private final Catalog catalog;
    private final Shop shop;
    private final SubscriptionLife life;
    private final WebhookSender webhooks;

    Control(
            State state,
            Catalog catalog,
            Shop shop,
            SubscriptionLife life,
            WebhookSender webhooks) {
        this.state = state;
        this.catalog = catalog;
        this.shop = shop;
        this.life = life;
        this.webhooks = webhooks;
    }

    Reply answer(Request request) {
        List<String> path = request.path();
        if (path.size() == 2 && path.get(1).equals("state")) {
            return Reply.json(state.everything());
        }
        if (!request.method().equals("POST") || path.size() < 2) {
            throw ApiFault.notFound();
        }
        if (path.size() == 2 && path.get(1).equals("delivery")) {
            deliverBy(request.form().getOrDefault("mode", ""));
        } else if (path.size() == 2 && path.get(1).equals("outage")) {
            state.failNext(number(request.form().getOrDefault("calls", "")));
        } else if (path.size() == 4) {
            act(path.get(1), path.get(2), path.get(3), request);
        } else {
            throw ApiFault.notFound();
        }
        return request.wantsJson() ? Reply.json(State.object().put("done", true)) : Reply.to("/");
    }

    private void deliverBy(String mode) {
        if (!WebhookSender.MODES.contains(mode)) {
            throw ApiFault.invalid("/mode", "The mode is one of " + WebhookSender.MODES + ".");
        }
        state.deliverBy(mode);
    }

    private void act(String what, String id, String verb, Request request) {
        switch (what + " " + verb) {
            case "deliveries send" -> webhooks.sendAgain(number(id));
            case "orders refund" -> shop.refundOrder(find(Resource.ORDERS, id), cents(request));
            case "subscription-invoices refund" ->
                    shop.refundInvoice(find(Resource.INVOICES, id), cents(request));
            default -> {
                if (!what.equals(Resource.SUBSCRIPTIONS)) {
                    throw ApiFault.notFound();
                }
                live(find(Resource.SUBSCRIPTIONS, id), verb, request);
            }
        }
    }

    private void live(Resource subscription, String verb, Request request) {
        switch (verb) {
            case "renew" -> life.renew(subscription);
            case "fail" -> life.fail(subscription);
            case "recover" -> life.recover(subscription);
            case "unpaid" -> life.giveUp(subscription);
            case "cancel" -> life.cancel(subscription);
            case "resume" -> life.resume(subscription);
            case "pause" -> pause(subscription, "void");
            case "pause-free" -> pause(subscription, "free");
            case "unpause" -> life.unpause(subscription);
            case "expire" -> life.expire(subscription);
            case "change" -> life.change(subscription, variant(request), true);
            default -> throw ApiFault.notFound();
        }
    }

    private void pause(Resource subscription, String mode) {
        life.pause(subscription, State.object().put("mode", mode).putNull("resumes_at"));
    }

    private Variant variant(Request request) {
        return catalog.variant(number(request.form().getOrDefault("variant", "")))
                .filter(Variant::isSubscription)
                .orElseThrow(() -> ApiFault.invalid("/variant", "There is no such variant."));
    }

    private static Long cents(Request request) {
        String text = request.form().getOrDefault("cents", "");
        return text.isEmpty() ? null : Long.valueOf(number(text));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,15}")) {
            throw new ApiFault(422, "A number is missing.");
        }
        return Long.parseLong(text);
    }

    private Resource find(String type, String id) {
        return state.find(type, id).orElseThrow(ApiFault::notFound);
    }
}

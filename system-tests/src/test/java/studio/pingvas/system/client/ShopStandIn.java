package studio.pingvas.system.client;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;

/** The local stand-in for the payment gateway, as a browser and its operator use it. */
public final class ShopStandIn {
    private final StudioClient client;

    public ShopStandIn(URI url) {
        client = new StudioClient(url);
    }

    /** Pays by a card on the page of a checkout. */
    public void pay(String checkoutUrl) {
        pay(checkoutUrl, "card");
    }

    /**
     * @param method {@code card} or {@code paypal}
     */
    public void pay(String checkoutUrl, String method) {
        press(URI.create(checkoutUrl).getPath() + "/pay", "method=" + method);
    }

    /**
     * @param mode {@code once}, {@code twice}, {@code reversed} or {@code lost}
     */
    public void deliverEvents(String mode) {
        press("/control/delivery", "mode=" + mode);
    }

    /** The next calls of the API fail. */
    public void failNextCalls(int calls) {
        press("/control/outage", "calls=" + calls);
    }

    /** Presses a button of the subscription that somebody bought last. */
    public void press(Person buyer, String verb) {
        String order = "/control/subscriptions/" + subscriptionOf(buyer) + "/" + verb;
        press(order, "");
    }

    public Answer page(String url) {
        return client.send(
                client.request(null, url.substring(client.url().toString().length())).GET());
    }

    private String subscriptionOf(Person buyer) {
        String last = null;
        var subscriptions =
                client.get(null, "/control/state").with(200).json().get("subscriptions");
        for (var entry : subscriptions.properties()) {
            if (entry.getValue().get("user_email").asText().equals(buyer.email())) {
                last = entry.getKey();
            }
        }
        return last;
    }

    private void press(String path, String form) {
        Answer answer =
                client.send(
                        client.request(null, path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        answer.with(200);
    }
}

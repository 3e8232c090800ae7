package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the application what happened: signed, and up to three times more until it answers 200. */
final class WebhookSender implements AutoCloseable {
    static final Set<String> MODES = Set.of("once", "twice", "reversed", "lost");

    private static final int[] PAUSES_SECONDS = {5, 25, 125};
    private static final int OK = 200;

    private final State state;
    private final Documents documents;
    private final String secret;
    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread made = new Thread(task, "webhooks");
                        made.setDaemon(true);
                        return made;
                    });

    WebhookSender(State state, Documents documents, String secret, URI address) {
        this.state = state;
        this.documents = documents;
        this.secret = secret;
        this.address = address;
    }

    String address() {
        return address.toString();
    }

    /** What was under way when the shop was closed. */
    void takeUpAgain() {
        state.deliveries().stream()
                .filter(delivery -> delivery.path("result").asText().equals("pending"))
                .forEach(delivery -> thread.execute(() -> attempt(delivery)));
    }

    /** The events of one act, in the order and number that the delivery mode asks for. */
    void send(List<Event> events) {
        List<Event> ordered = new ArrayList<>(events);
        String mode = state.deliveryMode();
        if (mode.equals("reversed")) {
            Collections.reverse(ordered);
        }
        for (Event event : ordered) {
            ObjectNode delivery = delivery(event);
            state.addDelivery(delivery);
            if (mode.equals("lost")) {
                delivery.put("result", "lost");
                continue;
            }
            thread.execute(() -> attempt(delivery));
            if (mode.equals("twice")) {
                thread.execute(() -> attempt(delivery));
            }
        }
    }

    /** The same bytes once more, as the real dashboard can. */
    void sendAgain(long number) {
        ObjectNode delivery =
                state.deliveries().stream()
                        .filter(candidate -> candidate.path("number").asLong() == number)
                        .findFirst()
                        .orElseThrow(ApiFault::notFound);
        delivery.put("attempts", 0).put("result", "pending");
        thread.execute(() -> attempt(delivery));
    }

    /** What is not delivered yet is, after the next start. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectNode delivery(Event event) {
        ObjectNode body = State.object();
        ObjectNode meta = body.putObject("meta");
        meta.put("event_name", event.name()).put("test_mode", true);
        JsonNode custom = state.custom(orderOf(event.resource()));
        if (!custom.isMissingNode()) {
            meta.set("custom_data", custom);
        }
        body.set("data", documents.data(event.resource()));
        return State.object()
                .put("number", state.nextId())
                .put("event", event.name())
                .put("about", event.resource().type() + " " + event.resource().id())
                .put("at", Times.text(state.now()))
                .put("attempts", 0)
                .put("result", "pending")
                .put("body", body.toString());
    }

    private String orderOf(Resource resource) {
        return switch (resource.type()) {
            case Resource.ORDERS -> resource.id();
            case Resource.SUBSCRIPTIONS -> resource.text("order_id");
            default ->
                    state.find(Resource.SUBSCRIPTIONS, resource.text("subscription_id"))
                            .map(subscription -> subscription.text("order_id"))
                            .orElse("");
        };
    }

    private void attempt(ObjectNode delivery) {
        String body;
        String event;
        synchronized (state) {
            body = delivery.path("body").asText();
            event = delivery.path("event").asText();
        }
        String result = post(body, event);
        if (thread.isShutdown()) {
            return;
        }
        synchronized (state) {
            int attempts = delivery.path("attempts").asInt() + 1;
            boolean again = !result.equals("200") && attempts <= PAUSES_SECONDS.length;
            delivery.put("attempts", attempts).put("result", again ? "pending" : result);
            delivery.put("answer", result);
            state.save();
            if (again) {
                thread.schedule(
                        () -> attempt(delivery), PAUSES_SECONDS[attempts - 1], TimeUnit.SECONDS);
            }
        }
        System.out.println("webhook " + event + ": " + result);
    }

    private String post(String body, String event) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json")
                        .header("X-Event-Name", event)
                        .header("X-Signature", Hmac.of(secret, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == OK ? "200" : Integer.toString(status);
        } catch (IOException e) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "no answer";
        }
    }
}

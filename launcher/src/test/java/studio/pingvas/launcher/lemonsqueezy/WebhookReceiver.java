package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The application's side of the webhooks. */
final class WebhookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Webhook> received = new LinkedBlockingQueue<>();
    private volatile int answer = 200;

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks");
    }

    void answerBy(int status) {
        answer = status;
    }

    Webhook next() throws InterruptedException {
        Webhook webhook = received.poll(10, TimeUnit.SECONDS);
        if (webhook == null) {
            throw new AssertionError("No webhook came");
        }
        return webhook;
    }

    boolean isQuietFor(long milliseconds) throws InterruptedException {
        return received.poll(milliseconds, TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = answer;
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(
                    new Webhook(
                            exchange.getRequestHeaders().getFirst("X-Event-Name"),
                            exchange.getRequestHeaders().getFirst("X-Signature"),
                            body));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** As it came. */
    record Webhook(String event, String signature, String body) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }

        JsonNode attributes() throws IOException {
            return json().at("/data/attributes");
        }
    }
}

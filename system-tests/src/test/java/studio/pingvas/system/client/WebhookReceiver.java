package studio.pingvas.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A server of somebody who wants to hear of ended jobs. */
public final class WebhookReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private volatile int status = 204;

    public WebhookReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    /** What came, as its receiver sees it. */
    public record Report(
            String event, String delivery, String timestamp, String sign, String body) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                byte[] signed = (timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
                return sign.equals("sha256=" + HexFormat.of().formatHex(mac.doFinal(signed)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** From now on it answers so. */
    public void answer(int newStatus) {
        status = newStatus;
    }

    public Report await() throws InterruptedException {
        Report report = reports.poll(60, TimeUnit.SECONDS);
        if (report == null) {
            throw new AssertionError("No report came in a minute");
        }
        return report;
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        reports.add(
                new Report(
                        exchange.getRequestHeaders().getFirst("X-Studio-Event"),
                        exchange.getRequestHeaders().getFirst("X-Studio-Delivery"),
                        exchange.getRequestHeaders().getFirst("X-Studio-Timestamp"),
                        exchange.getRequestHeaders().getFirst("X-Studio-Signature"),
                        body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

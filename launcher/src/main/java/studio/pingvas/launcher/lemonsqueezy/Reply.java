package studio.pingvas.launcher.lemonsqueezy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is answered. */
record Reply(int status, Map<String, String> headers, byte[] body) {
    static final String JSON_API = "application/vnd.api+json";

    static Reply html(String page) {
        return html(200, page);
    }

    static Reply html(int status, String page) {
        return text(status, "text/html; charset=utf-8", page);
    }

    static Reply json(JsonNode document) {
        return text(200, "application/json", document.toString());
    }

    static Reply jsonApi(int status, JsonNode document) {
        return text(status, JSON_API, document.toString());
    }

    static Reply text(int status, String type, String text) {
        return new Reply(
                status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
    }

    /** See other: the browser asks for the next page by GET. */
    static Reply to(String address) {
        return new Reply(303, Map.of("Location", address), new byte[0]);
    }

    void write(HttpExchange exchange, Map<String, String> more) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        more.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}

package studio.pingvas.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** What the server said. */
public record Answer(HttpResponse<byte[]> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    /** First value of a header, empty if it is absent. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return response.body();
    }

    public JsonNode json() {
        try {
            return JSON.readTree(bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    /** Status and code of a problem document, for example {@code 404 not-found}. */
    public String problem() {
        boolean document = header("Content-Type").startsWith("application/problem+json");
        return document ? status() + " " + json().path("code").asText() : toString();
    }

    /** The answer itself, if it has that status. */
    public Answer with(int expected) {
        if (status() != expected) {
            throw new AssertionError("Expected " + expected + ", got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        boolean text = header("Content-Type").matches("(application/.*json|text/).*");
        return response.request().method()
                + " "
                + response.uri()
                + ": "
                + status()
                + " "
                + (text ? new String(bytes(), java.nio.charset.StandardCharsets.UTF_8) : "");
    }
}

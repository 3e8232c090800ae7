package studio.pingvas.system.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The public API as a program sees it: HTTP and WebSocket, nothing else. */
public final class StudioClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final URI url;

    public StudioClient(URI url) {
        this.url = url;
    }

    public URI url() {
        return url;
    }

    HttpClient http() {
        return http;
    }

    /**
     * @param token access token, or null for none
     */
    public Answer get(String token, String path) {
        return send(request(token, path).GET());
    }

    public Answer delete(String token, String path) {
        return send(request(token, path).DELETE());
    }

    /** Posts JSON text. */
    public Answer post(String token, String path, String json) {
        return post(token, path, "application/json", BodyPublishers.ofString(json));
    }

    public Answer post(String token, String path, String mediaType, BodyPublisher body) {
        return send(request(token, path).header("Content-Type", mediaType).POST(body));
    }

    /**
     * @param path absolute, or under the API
     */
    public HttpRequest.Builder request(String token, String path) {
        URI target = url.resolve(path.startsWith("/") ? path : "/api/v1/" + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target)
                        .timeout(PATIENCE)
                        .header("Accept", "application/json, */*;q=0.8");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

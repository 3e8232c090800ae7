package studio.pingvas.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import studio.pingvas.launcher.PlatformException;

/** The API as one account sees it. Signs in when it has to. */
public final class StudioApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    private static final int FOUND = 302;
    private static final int UNAUTHORIZED = 401;
    private static final long MAX_FILE_BYTES = 32 << 20;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI url;
    private final String email;
    private final String password;
    private String token;

    public StudioApi(URI url, String email, String password) {
        this.url = url;
        this.email = email;
        this.password = password;
    }

    public JsonNode get(String path) {
        return json(send(HttpRequest.newBuilder(url.resolve(path)).GET()));
    }

    /**
     * Pictures may lie elsewhere; there the address is the permission, and our token is not told.
     */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> response = answer(HttpRequest.newBuilder(url.resolve(path)).GET());
        if (response.statusCode() == FOUND) {
            String elsewhere = response.headers().firstValue("Location").orElseThrow();
            response = exchange(HttpRequest.newBuilder(url.resolve(elsewhere)).GET());
        }
        return requireSuccess(response);
    }

    /**
     * @param idempotencyKey makes it safe to send the same again
     */
    public JsonNode post(String path, Map<String, Object> body, String idempotencyKey) {
        return json(send(jsonPost(path, body).header("Idempotency-Key", idempotencyKey)));
    }

    /**
     * Asks for pictures.
     *
     * @param idempotencyKey makes it safe to send the same again
     */
    JsonNode submit(PictureRequest request, String idempotencyKey) {
        String path = "/api/v1/generate/" + request.kind();
        if (request.files().isEmpty()) {
            return post(path, request.body(), idempotencyKey);
        }
        MultipartForm form = formOf(request);
        return json(
                send(
                        HttpRequest.newBuilder(url.resolve(path))
                                .header("Content-Type", form.contentType())
                                .header("Idempotency-Key", idempotencyKey)
                                .POST(form.body())));
    }

    private static MultipartForm formOf(PictureRequest request) {
        try {
            MultipartForm form =
                    new MultipartForm().json("request", JSON.writeValueAsBytes(request.body()));
            for (Map.Entry<String, Path> file : request.files().entrySet()) {
                requireSendable(file.getValue());
                form.file(file.getKey(), file.getValue());
            }
            return form;
        } catch (IOException e) {
            throw new PlatformException("A picture cannot be read: " + e.getMessage(), e);
        }
    }

    /** The server would stop listening in the middle of a larger one. */
    private static void requireSendable(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new PlatformException(
                    file + " is too large: at most " + MAX_FILE_BYTES / (1 << 20) + " MiB.");
        }
    }

    /** Opens a socket at the path; its frames go to the listener. */
    public WebSocket open(String path, WebSocket.Listener listener) {
        URI address = URI.create(url.resolve(path).toString().replaceFirst("^http", "ws"));
        try {
            return http.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token())
                    .connectTimeout(TIME_LIMIT)
                    .buildAsync(address, listener)
                    .join();
        } catch (CompletionException e) {
            throw new PlatformException("No socket at " + address + ": " + e.getCause(), e);
        }
    }

    private byte[] send(HttpRequest.Builder request) {
        return requireSuccess(answer(request));
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        HttpResponse<byte[]> response =
                exchange(request.header("Authorization", "Bearer " + token()));
        if (response.statusCode() == UNAUTHORIZED) {
            token = null;
            response = exchange(request.setHeader("Authorization", "Bearer " + token()));
        }
        return response;
    }

    private String token() {
        if (token == null) {
            HttpRequest.Builder request =
                    jsonPost("/api/v1/auth/login", Map.of("email", email, "password", password));
            token = json(requireSuccess(exchange(request))).path("access_token").asText();
        }
        return token;
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(TIME_LIMIT).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new PlatformException(url + " does not answer: run ./studio up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted.", e);
        }
    }

    private HttpRequest.Builder jsonPost(String path, Map<String, Object> body) {
        try {
            return HttpRequest.newBuilder(url.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] requireSuccess(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        throw new PlatformException(explain(response.statusCode(), response.body()));
    }

    /** The problem document in one line. */
    private static String explain(int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String detail = problem.path("detail").asText();
            StringBuilder text = new StringBuilder(detail);
            for (JsonNode error : problem.path("errors")) {
                text.append(' ').append(error.path("pointer").asText());
                // Where one field is wrong, the whole says the same.
                if (!error.path("detail").asText().equals(detail)) {
                    text.append(": ").append(error.path("detail").asText());
                }
            }
            return text + " (" + problem.path("code").asText() + ")";
        } catch (IOException e) {
            return "The server answered " + status + ".";
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new PlatformException("The server answered something that is not JSON.", e);
        }
    }
}

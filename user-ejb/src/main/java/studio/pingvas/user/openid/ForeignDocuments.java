package studio.pingvas.user.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import studio.pingvas.platform.json.Json;

/**
 * JSON documents of other servers. No redirect is followed, an answer has at most 256 KiB and 8
 * seconds, its last byte included.
 */
@ApplicationScoped
public class ForeignDocuments {
    private static final int MAX_BYTES = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(8);

    @Inject IdentitySettings settings;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(CONNECT).build();

    protected ForeignDocuments() {}

    public ForeignDocuments(IdentitySettings settings) {
        this.settings = settings;
    }

    /**
     * @throws ForeignAnswerException saying why nothing would be asked there
     */
    public void requireReachable(String address) throws ForeignAnswerException {
        ForeignAddress.reachable(address, settings.allowPrivateAddresses());
    }

    public <T> T get(String address, Class<T> type) throws ForeignAnswerException {
        return parse(text(address), type);
    }

    String text(String address) throws ForeignAnswerException {
        return send(request(address).GET());
    }

    /** As the owner of an access token (RFC 6750). */
    public <T> T get(String address, String accessToken, Class<T> type)
            throws ForeignAnswerException {
        return parse(
                send(request(address).header("Authorization", "Bearer " + accessToken).GET()),
                type);
    }

    /** Sends a form as a client that proves itself by its secret (RFC 6749, section 2.3.1). */
    public <T> T post(
            String address, ClientRegistration client, Map<String, String> form, Class<T> type)
            throws ForeignAnswerException {
        String credentials = encoded(client.id()) + ":" + encoded(client.secret());
        String basic =
                Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
        return parse(
                send(
                        request(address)
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(formOf(form)))),
                type);
    }

    /** As a query or a form body. */
    public static String formOf(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String address) throws ForeignAnswerException {
        return HttpRequest.newBuilder(
                        ForeignAddress.reachable(address, settings.allowPrivateAddresses()))
                .timeout(WHOLE)
                .header("Accept", "application/json");
    }

    private String send(HttpRequest.Builder request) throws ForeignAnswerException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request.build(), head -> new LimitedText(MAX_BYTES));
        try {
            HttpResponse<String> response = answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new ForeignAnswerException(
                        "The server answered with status " + response.statusCode() + ".");
            }
            return response.body();
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new ForeignAnswerException("The server does not answer as it should.", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ForeignAnswerException("Interrupted while a server was asked.", e);
        }
    }

    private static <T> T parse(String json, Class<T> type) throws ForeignAnswerException {
        try {
            T document = Json.read(json, type);
            if (document == null) {
                throw new ForeignAnswerException("The server answered with nothing.");
            }
            return document;
        } catch (IllegalArgumentException e) {
            // Without the cause: it may quote the answer, and answers hold tokens.
            throw new ForeignAnswerException("The server answered in another form.");
        }
    }
}

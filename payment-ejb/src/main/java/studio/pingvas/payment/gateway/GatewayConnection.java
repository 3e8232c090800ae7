package studio.pingvas.payment.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.platform.json.Json;

/**
 * One exchange with the API. All calls share one breaker: while the gateway is down, nobody waits
 * for it.
 *
 * <p>This is the JDK's client and not MicroProfile Rest Client: the one of the server goes through
 * {@code HttpURLConnection}, which knows no PATCH and sends a POST again by itself when a kept
 * connection breaks (docs/adr).
 */
@ApplicationScoped
public class GatewayConnection {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private static final String JSON_API = "application/vnd.api+json";
    private static final long MOST_BYTES = 4L << 20;
    private static final int MOST_AT_ONCE = 8;
    private static final int TOO_MANY = 429;

    @Inject
    @ConfigProperty(name = "studio.lemonsqueezy.api-url")
    String address;

    @Inject
    @ConfigProperty(name = "studio.lemonsqueezy.api-key")
    Optional<String> apiKey;

    @Inject
    @ConfigProperty(name = "studio.lemonsqueezy.calls-per-minute")
    int callsPerMinute;

    @Inject
    @ConfigProperty(name = "studio.lemonsqueezy.answer-limit")
    Duration answerLimit;

    private HttpClient client;
    private CallBudget budget;
    private Breaker breaker;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** Not with the fields: those of the container's proxies are made as well. */
    @PostConstruct
    void open() {
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_LIMIT)
                        .build();
        breaker = new Breaker(Clock.systemUTC());
        budget = new CallBudget(callsPerMinute, Clock.systemUTC());
    }

    /** Whether there is a key to call with. */
    public boolean isConfigured() {
        return apiKey.isPresent();
    }

    /**
     * @param path below the API, with its query
     * @param document or null
     * @return the document that was answered
     * @throws GatewayFailureException without an answer that makes sense
     * @throws GatewayRefusalException if it is not done
     */
    public JsonNode exchange(String method, String path, JsonNode document) {
        breaker.check();
        if (!budget.take() || !places.tryAcquire()) {
            throw new GatewayRefusalException(TOO_MANY, "our own limit of calls is reached");
        }
        try {
            JsonNode answer = send(method, path, document);
            breaker.succeeded();
            return answer;
        } catch (GatewayRefusalException e) {
            breaker.succeeded();
            throw e;
        } catch (GatewayFailureException e) {
            breaker.failed();
            throw e;
        } finally {
            places.release();
        }
    }

    private JsonNode send(String method, String path, JsonNode document) {
        HttpResponse<byte[]> response = await(request(method, path, document));
        String body = new String(response.body(), StandardCharsets.UTF_8);
        int status = response.statusCode();
        if (status >= 400 && status < 500) {
            throw new GatewayRefusalException(status, detailOf(body));
        }
        if (status < 200 || status >= 300) {
            throw new GatewayFailureException("The payment gateway answers " + status);
        }
        return parse(body);
    }

    private HttpRequest request(String method, String path, JsonNode document) {
        BodyPublisher body =
                document == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(document.toString());
        String key =
                apiKey.orElseThrow(
                        () ->
                                new GatewayRefusalException(
                                        401, "studio.lemonsqueezy.api-key is not set"));
        return HttpRequest.newBuilder(URI.create(address + "/" + path))
                .header("Accept", JSON_API)
                .header("Content-Type", JSON_API)
                .header("Authorization", "Bearer " + key)
                .timeout(answerLimit)
                .method(method, body)
                .build();
    }

    /** The limit is that of the whole answer: the client's own ends with the headers. */
    private HttpResponse<byte[]> await(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, headers -> new BoundedBody(MOST_BYTES));
        try {
            return answer.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new GatewayFailureException("The payment gateway does not answer in time", e);
        } catch (ExecutionException e) {
            throw new GatewayFailureException(
                    "The payment gateway cannot be reached: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new GatewayFailureException("Nobody waits for the payment gateway any more", e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return Json.read(body, JsonNode.class);
        } catch (IllegalArgumentException e) {
            throw new GatewayFailureException("The payment gateway answers what is no JSON", e);
        }
    }

    private static String detailOf(String body) {
        try {
            return Json.read(body, JsonNode.class).at("/errors/0/detail").asText();
        } catch (IllegalArgumentException e) {
            return "no document";
        }
    }
}

package studio.pingvas.payment.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * One exchange with the API. All calls share one circuit breaker: while the gateway is down, nobody
 * waits for it.
 */
@ApplicationScoped
public class GatewayConnection {
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

    private LemonSqueezyApi api;
    private CallBudget budget;

    /** Not with the fields: those of the container's proxies are made as well. */
    @PostConstruct
    void open() {
        budget = new CallBudget(callsPerMinute, Clock.systemUTC());
        api =
                RestClientBuilder.newBuilder()
                        .baseUri(URI.create(address))
                        .register(new GatewayConnector(answerLimit))
                        .register(new JsonApiHeaders(apiKey.orElse("")))
                        .register(new JsonApiBody())
                        .register(new GatewayErrors())
                        .build(LemonSqueezyApi.class);
    }

    /** Whether there is a key to call with. */
    public boolean isConfigured() {
        return apiKey.isPresent();
    }

    /**
     * The circuit opens after five failures in a row, for milliseconds: the server does not regard
     * another unit. The connector ends a call earlier than the time-out here, and without
     * interrupting anybody.
     *
     * @return the document that was answered
     * @throws GatewayFailureException without an answer that makes sense
     * @throws GatewayRefusalException if it is not done
     */
    @CircuitBreaker(
            requestVolumeThreshold = 5,
            failureRatio = 1,
            delay = 20_000,
            failOn = {GatewayFailureException.class, TimeoutException.class})
    @Bulkhead(8)
    @Timeout(value = 20, unit = ChronoUnit.SECONDS)
    public JsonNode exchange(Function<LemonSqueezyApi, JsonNode> call) {
        if (!isConfigured()) {
            throw new GatewayRefusalException(401, "studio.lemonsqueezy.api-key is not set");
        }
        if (!budget.take()) {
            throw new GatewayRefusalException(TOO_MANY, "our own limit of calls is reached");
        }
        JsonNode answer = send(call);
        if (answer == null) {
            throw new GatewayFailureException("The payment gateway answers nothing");
        }
        return answer;
    }

    private JsonNode send(Function<LemonSqueezyApi, JsonNode> call) {
        try {
            return call.apply(api);
        } catch (ProcessingException e) {
            throw new GatewayFailureException(
                    "The payment gateway cannot be reached: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new GatewayFailureException("The payment gateway answers what is no JSON", e);
        }
    }
}

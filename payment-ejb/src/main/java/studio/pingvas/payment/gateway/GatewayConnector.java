package studio.pingvas.payment.gateway;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;
import org.glassfish.jersey.client.spi.ConnectorProvider;

/**
 * Lets MicroProfile Rest Client send through the JDK's newer client: the older one behind it knows
 * no PATCH, and sends a POST again by itself when a kept connection breaks (docs/adr/0011).
 */
final class GatewayConnector implements Connector, ConnectorProvider {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 4L << 20;

    private final Duration answerLimit;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();

    GatewayConnector(Duration answerLimit) {
        this.answerLimit = answerLimit;
    }

    @Override
    public Connector getConnector(Client restClient, Configuration configuration) {
        return this;
    }

    @Override
    public ClientResponse apply(ClientRequest request) {
        HttpResponse<byte[]> answer = await(exchange(request));
        ClientResponse response =
                new ClientResponse(
                        Response.status(answer.statusCode()).build().getStatusInfo(), request);
        answer.headers().map().forEach(response::headers);
        response.setEntityStream(new ByteArrayInputStream(answer.body()));
        return response;
    }

    /** Nobody calls asynchronously. */
    @Override
    public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getName() {
        return "java.net.http";
    }

    /** The client ends with the last reference to it. */
    @Override
    public void close() {}

    private CompletableFuture<HttpResponse<byte[]>> exchange(ClientRequest request) {
        // First the body: writing it settles the headers.
        BodyPublisher body = bodyOf(request);
        HttpRequest.Builder exchange =
                HttpRequest.newBuilder(request.getUri())
                        .timeout(answerLimit)
                        .method(request.getMethod(), body);
        request.getStringHeaders()
                .forEach((name, values) -> values.forEach(value -> exchange.header(name, value)));
        return client.sendAsync(exchange.build(), headers -> new BoundedBody(MOST_BYTES));
    }

    private static BodyPublisher bodyOf(ClientRequest request) {
        if (!request.hasEntity()) {
            return BodyPublishers.noBody();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.setStreamProvider(length -> bytes);
        try {
            request.writeEntity();
        } catch (IOException e) {
            throw new ProcessingException("cannot be written", e);
        }
        return BodyPublishers.ofByteArray(bytes.toByteArray());
    }

    /** The limit is that of the whole answer: the client's own ends with the headers. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer) {
        try {
            return answer.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ProcessingException("no answer in time", e);
        } catch (ExecutionException e) {
            throw new ProcessingException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProcessingException("nobody waits any more", e);
        }
    }
}

package studio.pingvas.payment.gateway;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** What the API wants to see on every request, with or without a document. */
final class JsonApiHeaders implements ClientRequestFilter {
    private final String apiKey;

    JsonApiHeaders(String apiKey) {
        this.apiKey = apiKey;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, JsonApiBody.TYPE);
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + apiKey);
    }
}

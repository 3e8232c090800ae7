package studio.pingvas.payment.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** An answer that is no success is a refusal or a failure; redirections are not followed. */
final class GatewayErrors implements ResponseExceptionMapper<RuntimeException> {
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status < 200 || status >= 300;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        int status = response.getStatus();
        return status >= 400 && status < 500
                ? new GatewayRefusalException(status, detailOf(response))
                : new GatewayFailureException("The payment gateway answers " + status);
    }

    private static String detailOf(Response response) {
        try {
            JsonNode document = response.hasEntity() ? response.readEntity(JsonNode.class) : null;
            return document == null ? "no document" : document.at("/errors/0/detail").asText();
        } catch (ProcessingException | IllegalArgumentException e) {
            return "no document";
        }
    }
}

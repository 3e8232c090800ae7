package studio.pingvas.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jakarta.rs.cfg.JakartaRSFeature;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.platform.json.Json;

/**
 * Reads and writes JSON by the strict mapper. What Jackson refuses becomes an {@link
 * InvalidRequestException} here and not in an exception mapper: Jackson and the server bring
 * mappers of their own for the same types, and which one wins is not specified.
 */
@Provider
@Priority(1)
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public class StrictJsonProvider extends JacksonJsonProvider {
    public StrictJsonProvider() {
        super(Json.strictMapper());
        disable(JakartaRSFeature.ALLOW_EMPTY_INPUT);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try {
            Object value = super.readFrom(type, genericType, annotations, mediaType, headers, body);
            if (value == null) {
                throw new InvalidRequestException("", "A JSON object is expected here.");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonFault.of(e);
        }
    }
}

package studio.pingvas.payment.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import studio.pingvas.platform.json.Json;

/** Documents as bytes and back; what an answer says of its own type is not relied on. */
@Produces(JsonApiBody.TYPE)
final class JsonApiBody implements MessageBodyReader<JsonNode>, MessageBodyWriter<JsonNode> {
    static final String TYPE = "application/vnd.api+json";

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == JsonNode.class;
    }

    /**
     * @throws IllegalArgumentException if it is no JSON
     */
    @Override
    public JsonNode readFrom(
            Class<JsonNode> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return Json.read(new String(body.readAllBytes(), StandardCharsets.UTF_8), type);
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            JsonNode document,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(document.toString().getBytes(StandardCharsets.UTF_8));
    }
}

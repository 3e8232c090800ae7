package studio.pingvas.web.rest.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.UploadedFile;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.platform.json.Json;
import studio.pingvas.web.rest.JsonFault;
import studio.pingvas.web.rest.generation.MultipartBody.Part;

/** Reads requests for pictures, with or without pictures beside them. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
public class SubmissionReader implements MessageBodyReader<Submission<?>> {
    private static final JsonMapper JSON = RequestKinds.addTo(Json.strictMapper().copy());
    private static final int MAX_JSON_BYTES = 1 << 20;
    private static final String REQUEST = "request";
    private static final Set<String> PARTS =
            Set.of(REQUEST, UploadedPictures.IMAGE, UploadedPictures.MASK);

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Submission.class;
    }

    @Override
    public Submission<?> readFrom(
            Class<Submission<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Class<?> wanted = requestTypeOf(genericType);
        if (mediaType.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return Submission.of(read(body.readAllBytes(), wanted));
        }
        MultipartBody form = MultipartBody.spool(body);
        try {
            return readFrom(form, mediaType.getParameters().get("boundary"), wanted);
        } catch (IOException | RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private static Submission<?> readFrom(MultipartBody form, String boundary, Class<?> wanted)
            throws IOException {
        Map<String, Part> parts = form.parts(boundary);
        Part request = parts.get(REQUEST);
        if (request == null) {
            throw new InvalidRequestException("/request", "The part with the JSON is missing.");
        }
        if (request.length() > MAX_JSON_BYTES) {
            throw new InvalidRequestException("/request", "At most 1 MiB.");
        }
        Object read = read(request.bytes(), wanted);
        return new Submission<>(read, new UploadedPictures(filesOf(parts, read)), form);
    }

    /** The files of a workflow are named after its inputs, which are not known here. */
    private static Map<String, UploadedFile> filesOf(Map<String, Part> parts, Object request) {
        Map<String, UploadedFile> files = new HashMap<>();
        parts.forEach(
                (name, part) -> {
                    if (!PARTS.contains(name) && !(request instanceof Workflow)) {
                        throw new InvalidRequestException(
                                "/" + name, "Unknown part \"" + name + "\".");
                    }
                    if (!name.equals(REQUEST)) {
                        files.put(name, part);
                    }
                });
        return files;
    }

    private static Class<?> requestTypeOf(Type submission) {
        Type request = ((ParameterizedType) submission).getActualTypeArguments()[0];
        return (Class<?>) request;
    }

    /** Whoever says no kind wants a picture from words. */
    private static void sayKind(ObjectNode request) {
        if (!request.has("kind")) {
            request.put("kind", GenerateImage.TEXT_TO_IMAGE);
        }
    }

    private static <T> T read(byte[] json, Class<T> type) throws IOException {
        try {
            JsonNode tree = JSON.readTree(json);
            if (!(tree instanceof ObjectNode request)) {
                throw new InvalidRequestException("", "A JSON object is expected here.");
            }
            if (type == GenerationRequest.class) {
                sayKind(request);
            }
            if (type == BatchRequest.class && request.get("request") instanceof ObjectNode base) {
                sayKind(base);
            }
            return JSON.treeToValue(request, type);
        } catch (JsonProcessingException e) {
            throw JsonFault.of(e);
        }
    }
}

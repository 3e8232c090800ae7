package studio.pingvas.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.platform.json.Json;

/** An answer of type {@code application/problem+json} (RFC 9457); every error of ours is one. */
public final class Problem {
    public static final String MEDIA_TYPE = "application/problem+json";

    private final ProblemCode code;
    private final String traceId =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Problem(ProblemCode code, String detail) {
        this.code = code;
        members.put("type", "urn:pingvas-studio:problem:" + code.key());
        members.put("title", code.title());
        members.put("status", code.status());
        members.put("detail", detail);
        members.put("code", code.key());
        members.put("trace_id", traceId);
        code.retryAfterSeconds()
                .ifPresent(seconds -> headers.put("Retry-After", seconds.toString()));
        if (code.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            headers.put("WWW-Authenticate", challenge(code));
        }
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail);
    }

    /**
     * @throws IllegalStateException if the code has no status: a hole in {@link ProblemCode}
     */
    public static Problem of(BusinessException failure) {
        ProblemCode code =
                ProblemCode.of(failure.code())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "No status for code " + failure.code(), failure));
        Problem problem = new Problem(code, failure.getMessage());
        problem.members.putAll(failure.details());
        failure.retryAfter().ifPresent(problem::retryAfter);
        return problem;
    }

    /** For the bare statuses that JAX-RS raises itself, such as 405. */
    public static Problem ofStatus(int status) {
        ProblemCode code = ProblemCode.ofStatus(status);
        return new Problem(code, code.title() + ".");
    }

    /** In whole seconds, rounded up: whoever comes back by then is not refused again. */
    private void retryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        headers.put("Retry-After", Long.toString(seconds));
    }

    /** Names the request that failed. */
    public Problem at(String path) {
        members.put("instance", path);
        return this;
    }

    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public String traceId() {
        return traceId;
    }

    public ProblemCode code() {
        return code;
    }

    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(code.status()).type(MEDIA_TYPE).entity(json());
        headers.forEach(response::header);
        return response.build();
    }

    /** For answers that are given before or outside JAX-RS. */
    public void writeTo(HttpServletResponse response) throws IOException {
        byte[] body = json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(code.status());
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        headers.forEach(response::setHeader);
        response.getOutputStream().write(body);
    }

    private String json() {
        try {
            return Json.strictMapper().writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem document that JSON cannot write", e);
        }
    }

    private static String challenge(ProblemCode code) {
        return switch (code) {
            case TOKEN_INVALID, TOKEN_EXPIRED -> "Bearer error=\"invalid_token\"";
            default -> "Bearer";
        };
    }
}

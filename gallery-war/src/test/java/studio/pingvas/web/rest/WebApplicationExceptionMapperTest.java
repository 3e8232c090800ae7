package studio.pingvas.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.web.StubRequest;

class WebApplicationExceptionMapperTest {
    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new BadRequestException(), 400, "invalid-request"),
                Arguments.of(new NotFoundException(), 404, "not-found"),
                Arguments.of(new NotAllowedException("GET"), 405, "method-not-allowed"),
                Arguments.of(new NotAcceptableException(), 406, "not-acceptable"),
                Arguments.of(new WebApplicationException(413), 413, "body-too-large"),
                Arguments.of(new NotSupportedException(), 415, "unsupported-media-type"),
                Arguments.of(new InternalServerErrorException(), 500, "internal-error"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void bareStatusBecomesAProblem(WebApplicationException refusal, int status, String code) {
        Response response = map(refusal);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        assertThat((String) response.getEntity())
                .contains("\"code\":\"" + code + "\"", "\"instance\":\"/api/v1/x\"");
    }

    @Test
    void allowedMethodsAreTold() {
        assertThat(
                        map(new NotAllowedException("GET", new String[] {"POST"}))
                                .getHeaderString("Allow"))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void redirectIsNoProblem() {
        Response response = map(new RedirectionException(303, URI.create("/elsewhere")));
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.hasEntity()).isFalse();
    }

    private static Response map(WebApplicationException refusal) {
        WebApplicationExceptionMapper mapper = new WebApplicationExceptionMapper();
        mapper.request = StubRequest.to("GET", "/api/v1/x").build();
        return mapper.toResponse(refusal);
    }
}

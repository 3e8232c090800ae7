package studio.pingvas.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.platform.json.Json;

class FailuresTest {
    @Test
    void businessFailureTellsItsCodeAndDetails() throws Exception {
        Response response =
                Failures.problemOf(new InsufficientCreditsException(20, 7))
                        .at("/api/v1/generate/text-to-image")
                        .toResponse();
        JsonNode body = bodyOf(response);
        assertThat(response.getStatus()).isEqualTo(402);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        assertThat(body.get("code").asText()).isEqualTo("insufficient-credits");
        assertThat(body.get("status").asInt()).isEqualTo(402);
        assertThat(body.get("credits_required").asLong()).isEqualTo(20);
        assertThat(body.get("credits_available").asLong()).isEqualTo(7);
        assertThat(body.get("instance").asText()).isEqualTo("/api/v1/generate/text-to-image");
        assertThat(body.get("type").asText()).isNotBlank();
        assertThat(body.get("title").asText()).isNotBlank();
        assertThat(body.get("detail").asText()).contains("20 credits");
        assertThat(body.get("trace_id").asText()).hasSize(16);
    }

    @Test
    void invalidRequestNamesEachPlace() throws Exception {
        JsonNode errors =
                bodyOf(
                                Failures.problemOf(
                                                new InvalidRequestException(
                                                        List.of(
                                                                new Violation("/a", "is bad"),
                                                                new Violation("/b", "is worse"))))
                                        .toResponse())
                        .get("errors");
        assertThat(errors).hasSize(2);
        assertThat(errors.get(1).get("pointer").asText()).isEqualTo("/b");
        assertThat(errors.get(1).get("detail").asText()).isEqualTo("is worse");
    }

    @Test
    void wrappedBusinessFailureIsUnwrapped() {
        EJBException wrapped = new EJBException(new NotFoundException("The job"));
        assertThat(Failures.problemOf(wrapped).code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(Failures.problemOf(new EJBException(wrapped)).code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void refusedTokenCarriesTheChallenge() {
        Response response = Failures.problemOf(new TokenExpiredException()).toResponse();
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeaderString("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void refusalOfTheContainerIsForbidden() {
        assertThat(Failures.problemOf(new EJBAccessException("no")).code())
                .isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void lostDatabaseIsAnOutageAndSaysWhenToComeBack() {
        EJBException outage = new EJBException(new IllegalStateException(lost("08006")));
        Response response = Failures.problemOf(outage).toResponse();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(Failures.problemOf(lost("57P01")).code()).isEqualTo(ProblemCode.UNAVAILABLE);
        assertThat(Failures.problemOf(lost("23505")).code()).isEqualTo(ProblemCode.INTERNAL_ERROR);
    }

    @Test
    void surpriseTellsNothingButItsTraceId() throws Exception {
        Problem problem = Failures.problemOf(new IllegalStateException("secret at /etc/x"));
        JsonNode body = bodyOf(problem.toResponse());
        assertThat(body.get("code").asText()).isEqualTo("internal-error");
        assertThat(body.get("trace_id").asText()).isEqualTo(problem.traceId());
        assertThat(body.toString()).doesNotContain("secret");
    }

    @Test
    void fullQueueSaysWhenToTryAgain() {
        Response response =
                Failures.problemOf(new studio.pingvas.contracts.generation.QueueFullException(5))
                        .toResponse();
        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("30");
    }

    private static SQLException lost(String state) {
        return new SQLException("connection", state);
    }

    private static JsonNode bodyOf(Response response) throws Exception {
        return Json.strictMapper().readTree((String) response.getEntity());
    }
}

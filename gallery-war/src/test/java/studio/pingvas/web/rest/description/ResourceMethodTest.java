package studio.pingvas.web.rest.description;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.web.problem.ProblemCode.ACCOUNT_EXISTS;
import static studio.pingvas.web.problem.ProblemCode.BODY_TOO_LARGE;
import static studio.pingvas.web.problem.ProblemCode.FORBIDDEN;
import static studio.pingvas.web.problem.ProblemCode.INSUFFICIENT_CREDITS;
import static studio.pingvas.web.problem.ProblemCode.INTERNAL_ERROR;
import static studio.pingvas.web.problem.ProblemCode.INVALID_REQUEST;
import static studio.pingvas.web.problem.ProblemCode.NOT_FOUND;
import static studio.pingvas.web.problem.ProblemCode.QUEUE_FULL;
import static studio.pingvas.web.problem.ProblemCode.TOKEN_EXPIRED;
import static studio.pingvas.web.problem.ProblemCode.TOKEN_INVALID;
import static studio.pingvas.web.problem.ProblemCode.TOKEN_MISSING;
import static studio.pingvas.web.problem.ProblemCode.UNAVAILABLE;
import static studio.pingvas.web.problem.ProblemCode.UNSUPPORTED_MEDIA_TYPE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

class ResourceMethodTest {
    @Problems(QUEUE_FULL)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Waits {}

    @Path("/things")
    @PermitAll
    static class Things {
        @GET
        @Path("{id: [0-9]+}/parts/{part}")
        @RolesAllowed("user")
        public String part(@PathParam("id") long id, @PathParam("part") String part) {
            return id + part;
        }

        @POST
        @Waits
        @Problems(INSUFFICIENT_CREDITS)
        public String add(String body) {
            return body;
        }

        public String noRoute() {
            return "";
        }
    }

    private static ResourceMethod route(String httpMethod) {
        return ResourceMethods.of(Things.class)
                .filter(route -> route.httpMethod().equals(httpMethod))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void patternsAreNoPartOfThePath() {
        assertThat(ResourceMethods.of(Things.class))
                .extracting(ResourceMethod::path)
                .containsExactlyInAnyOrder("/things/{id}/parts/{part}", "/things");
    }

    @Test
    void ruleOfTheMethodComesBeforeThatOfTheClass() {
        assertThat(route("GET").isOpenToAll()).isFalse();
        assertThat(route("POST").isOpenToAll()).isTrue();
    }

    @Test
    void protectedRouteWithAnIdMayRefuseCallerAndId() {
        assertThat(route("GET").problems())
                .containsExactlyInAnyOrder(
                        TOKEN_MISSING,
                        TOKEN_INVALID,
                        TOKEN_EXPIRED,
                        FORBIDDEN,
                        ACCOUNT_EXISTS,
                        NOT_FOUND,
                        INTERNAL_ERROR,
                        UNAVAILABLE);
    }

    @Test
    void openRouteWithABodyMayRefuseTheBodyAndWhatItNames() {
        assertThat(route("POST").problems())
                .containsExactlyInAnyOrder(
                        INSUFFICIENT_CREDITS,
                        QUEUE_FULL,
                        INVALID_REQUEST,
                        UNSUPPORTED_MEDIA_TYPE,
                        BODY_TOO_LARGE,
                        INTERNAL_ERROR,
                        UNAVAILABLE);
    }
}

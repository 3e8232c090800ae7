package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;

/**
 * Every route of the OpenAPI document, asked by nobody and by somebody else. A route that is added
 * is asked as well: whoever adds one that needs no token, or one with an id, says so here.
 */
class EveryRouteIT {
    /** What nobody needs a token for. */
    private static final Set<String> OPEN =
            Set.of(
                    "POST /auth/register",
                    "POST /users/register",
                    "POST /auth/login",
                    "POST /auth/refresh",
                    "POST /auth/logout",
                    "POST /auth/forgot-password",
                    "POST /auth/reset-password",
                    "POST /auth/verify-email",
                    "GET /auth/providers",
                    "GET /auth/{provider}",
                    "GET /auth/{provider}/callback",
                    "GET /subscriptions/plans",
                    "GET /credits/packs",
                    "POST /webhooks/lemon-squeezy",
                    "POST /payments/webhook");

    /** A socket is opened to read. */
    private static final Set<String> ALSO_TO_FOLLOW = Set.of("POST /ws-ticket");

    private static Person stranger;
    private static ThingsOfSomebody things;

    @BeforeAll
    static void somebodyHasOneOfEverything() {
        stranger = EndToEnd.newcomer();
        things = ThingsOfSomebody.made();
    }

    @Test
    void openRoutesAreThoseThatWereMeantToBe() {
        assertThat(routes().filter(Route::isOpen).map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @TestFactory
    Stream<DynamicTest> whoIsNotSignedInIsAskedToSignIn() {
        return forEach(
                routes().filter(route -> !route.isOpen()),
                route -> {
                    String problem = ask(null, route).problem();
                    assertThat(problem).isEqualTo("401 token-missing");
                });
    }

    @TestFactory
    Stream<DynamicTest> strangerFindsNothingOfSomebodyElse() {
        return forEach(
                routes().filter(route -> route.hasId() && !route.isOpen() && !route.isForAdmins()),
                route -> {
                    if (things.isSharedByAll(route)) {
                        return;
                    }
                    String problem = ask(stranger.token(), route).problem();
                    assertThat(problem).startsWith("404 ");
                });
    }

    @TestFactory
    Stream<DynamicTest> whatIsForAdministratorsIsRefusedToOthers() {
        return forEach(
                routes().filter(Route::isForAdmins),
                route -> {
                    String problem = ask(stranger.token(), route).problem();
                    assertThat(problem).isEqualTo("403 forbidden");
                });
    }

    @TestFactory
    Stream<DynamicTest> keyThatMayReadChangesNothing() {
        return forEach(
                routes().filter(route -> !route.isOpen() && route.changesSomething())
                        .filter(route -> !ALSO_TO_FOLLOW.contains(route.toString())),
                route -> {
                    String problem = ask(things.readerKey(), route).problem();
                    assertThat(problem).isEqualTo("403 forbidden");
                });
    }

    @Test
    void everythingIsStillThere() {
        strangerFindsNothingOfSomebodyElse().forEach(EveryRouteIT::execute);

        things.areStillThere();
    }

    private static Stream<Route> routes() {
        return Route.allOf(EndToEnd.client().get(null, "/openapi").with(200).json());
    }

    private static Stream<DynamicTest> forEach(Stream<Route> routes, Consumer<Route> check) {
        List<Route> found = routes.toList();
        assertThat(found).isNotEmpty();
        return found.stream()
                .map(route -> dynamicTest(route.toString(), () -> check.accept(route)));
    }

    private static Answer ask(String token, Route route) {
        return EndToEnd.client()
                .send(
                        EndToEnd.client()
                                .request(token, things.addressOf(route))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "\"every-route\"")
                                .method(
                                        route.httpMethod(),
                                        route.takesBody()
                                                ? BodyPublishers.ofString("{}")
                                                : BodyPublishers.noBody()));
    }

    private static void execute(DynamicTest test) {
        try {
            test.getExecutable().execute();
        } catch (Throwable e) {
            throw new AssertionError(test.getDisplayName(), e);
        }
    }
}

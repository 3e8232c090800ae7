package studio.pingvas.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.web.rest.description.ResourceMethod;
import studio.pingvas.web.rest.description.ResourceMethods;

/** What API keys reach: a route is closed to them unless it says otherwise. */
class KeyAccessTest {
    private static final Set<String> PEOPLE = Set.of("user", "admin");

    @Test
    void everyRoleIsOneThatSomebodyHas() {
        Set<String> known =
                Stream.concat(PEOPLE.stream(), Arrays.stream(ApiScope.values()).map(ApiScope::role))
                        .collect(Collectors.toSet());
        assertThat(ResourceMethods.all())
                .allSatisfy(route -> assertThat(known).as(route.path()).containsAll(roles(route)));
    }

    @Test
    void everyRouteThatIsOpenToKeysIsOpenToPeople() {
        assertThat(routes(this::isOpenToKeys))
                .isNotEmpty()
                .allSatisfy(
                        route ->
                                assertThat(roles(route))
                                        .as(route.path())
                                        .containsAnyElementsOf(PEOPLE));
    }

    @Test
    void accountsSessionsAndKeysAreClosedToKeys() {
        assertThat(
                        routes(
                                route ->
                                        route.path().startsWith("/auth")
                                                || route.path().startsWith("/users")))
                .isNotEmpty()
                .filteredOn(this::isOpenToKeys)
                .extracting(ResourceMethod::path)
                .isSubsetOf("/users/me/usage");
    }

    @Test
    void plansAndMoneyCannotBeChangedByTheKeysOfUsers() {
        assertThat(
                        routes(
                                route ->
                                        route.path().startsWith("/subscriptions")
                                                || route.path().startsWith("/credits")))
                .isNotEmpty()
                .filteredOn(route -> !route.httpMethod().equals("GET"))
                .noneMatch(this::isOpenToKeys);
    }

    @Test
    void scopeReadChangesNothing() {
        assertThat(routes(route -> roles(route).contains(ApiScope.READ.role())))
                .isNotEmpty()
                .filteredOn(route -> !route.httpMethod().equals("GET"))
                .extracting(ResourceMethod::path)
                .containsExactly("/ws-ticket");
    }

    @Test
    void administrationIsOpenToTheKeysOfAdministratorsAndToNoOthers() {
        assertThat(routes(route -> roles(route).contains("admin")))
                .isNotEmpty()
                .allSatisfy(
                        route ->
                                assertThat(roles(route))
                                        .as(route.path())
                                        .containsExactlyInAnyOrder("admin", "key-admin"));
        assertThat(routes(route -> roles(route).contains("key-admin")))
                .allMatch(route -> roles(route).contains("admin"));
    }

    private static Stream<ResourceMethod> routes(Predicate<ResourceMethod> which) {
        return ResourceMethods.all().stream().filter(which);
    }

    private boolean isOpenToKeys(ResourceMethod route) {
        return roles(route).stream().anyMatch(role -> role.startsWith("key-"));
    }

    private static Set<String> roles(ResourceMethod route) {
        RolesAllowed ofMethod = route.method().getAnnotation(RolesAllowed.class);
        if (ofMethod != null) {
            return Set.of(ofMethod.value());
        }
        RolesAllowed ofClass = route.method().getDeclaringClass().getAnnotation(RolesAllowed.class);
        return ofClass == null || route.isOpenToAll() ? Set.of() : Set.of(ofClass.value());
    }
}

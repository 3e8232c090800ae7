package studio.pingvas.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.ApiKeyGrant;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.web.StubRequest;
import studio.pingvas.web.security.StudioPrincipal;

/** Default deny, and which refusal it is. */
class AccessFilterTest {
    private static final int PASSED = 0;

    static class Plain {
        public void forgotten() {}

        @PermitAll
        public void open() {}

        @DenyAll
        public void closed() {}

        @RolesAllowed("user")
        public void mine() {}

        @RolesAllowed({"admin", "auditor"})
        public void administration() {}

        @RolesAllowed({"user", "key-read", "key-admin"})
        public void programsToo() {}
    }

    @PermitAll
    static class OpenUnlessSaid {
        public void open() {}

        @RolesAllowed("user")
        public void mine() {}
    }

    @Test
    void strangersReachOnlyWhatIsOpen() {
        assertThat(statusOf(Plain.class, "open", null)).isEqualTo(PASSED);
        assertThat(statusOf(OpenUnlessSaid.class, "open", null)).isEqualTo(PASSED);
        for (String closed : new String[] {"forgotten", "closed", "mine", "administration"}) {
            assertThat(statusOf(Plain.class, closed, null)).isEqualTo(401);
        }
        assertThat(statusOf(OpenUnlessSaid.class, "mine", null)).isEqualTo(401);
    }

    @Test
    void usersReachWhatIsTheirs() {
        assertThat(statusOf(Plain.class, "mine", Set.of("user"))).isEqualTo(PASSED);
        assertThat(statusOf(OpenUnlessSaid.class, "mine", Set.of("user"))).isEqualTo(PASSED);
        assertThat(statusOf(Plain.class, "administration", Set.of("user"))).isEqualTo(403);
        assertThat(statusOf(Plain.class, "administration", Set.of("admin"))).isEqualTo(PASSED);
    }

    @Test
    void nobodyReachesWhatWasForgotten() {
        assertThat(statusOf(Plain.class, "forgotten", Set.of("user", "admin"))).isEqualTo(403);
        assertThat(statusOf(Plain.class, "closed", Set.of("user", "admin"))).isEqualTo(403);
    }

    @Test
    void keysReachWhatIsOpenToTheirScopeAndLearnWhichOneTheyLack() {
        assertThat(bodyFor("programsToo", key("key-read"))).isEmpty();
        assertThat(bodyFor("programsToo", key("key-generate")))
                .contains("\"forbidden\"")
                .contains("lacks the scope read or admin.");
        assertThat(bodyFor("mine", key("key-read", "key-generate", "key-admin")))
                .contains("\"forbidden\"")
                .contains("closed to API keys");
        assertThat(bodyFor("forgotten", key("key-admin"))).contains("closed to API keys");
    }

    @Test
    void rolesOfOurCallersAreThoseOfTheirIdentity() {
        Identity user = new Identity(UUID.randomUUID(), null, Set.of("user"));
        Principal caller = new StudioPrincipal(user);

        assertThat(answer(Plain.class, "mine", Set.of(), caller)).isNull();
        assertThat(answer(Plain.class, "administration", Set.of("admin"), caller).getStatus())
                .isEqualTo(403);
    }

    private static Identity key(String... roles) {
        UUID id = UUID.randomUUID();
        return new Identity(id, null, Set.of(roles), null, new ApiKeyGrant(id, null));
    }

    private static String bodyFor(String method, Identity identity) {
        Response refusal =
                answer(Plain.class, method, identity.roles(), new StudioPrincipal(identity));
        return refusal == null ? "" : (String) refusal.getEntity();
    }

    /** The status that the filter aborts with, or {@link #PASSED}. */
    private static int statusOf(Class<?> resource, String method, Set<String> roles) {
        Response refusal = answer(resource, method, roles, roles == null ? null : () -> "ann");
        return refusal == null ? PASSED : refusal.getStatus();
    }

    private static Response answer(
            Class<?> resource, String method, Set<String> roles, Principal principal) {
        AccessFilter filter = new AccessFilter();
        filter.request = StubRequest.to("GET", "/api/v1/x").build();
        filter.security = callerWith(roles, principal);
        filter.resource = matched(resource, method);
        AtomicReference<Response> aborted = new AtomicReference<>();
        filter.filter(
                stub(
                        ContainerRequestContext.class,
                        (name, arguments) -> {
                            aborted.set((Response) arguments[0]);
                            return null;
                        }));
        return aborted.get();
    }

    private static SecurityContext callerWith(Set<String> roles, Principal principal) {
        return stub(
                SecurityContext.class,
                (name, arguments) ->
                        switch (name) {
                            case "isUserInRole" -> roles != null && roles.contains(arguments[0]);
                            case "getUserPrincipal" -> principal;
                            default -> throw new UnsupportedOperationException(name);
                        });
    }

    private static ResourceInfo matched(Class<?> resource, String method) {
        Method found =
                Arrays.stream(resource.getDeclaredMethods())
                        .filter(each -> each.getName().equals(method))
                        .findFirst()
                        .orElseThrow();
        return stub(
                ResourceInfo.class,
                (name, arguments) -> name.equals("getResourceClass") ? resource : found);
    }

    private interface Answers {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, called, arguments) -> answers.answer(called.getName(), arguments)));
    }
}

package studio.pingvas.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pingvas.web.rest.description.ResourceMethod;
import studio.pingvas.web.rest.description.ResourceMethods;
import studio.pingvas.web.rest.user.UsersResource;

/** Whoever adds a resource method says who may call it; the test of the rule is beside it. */
class AccessRulesTest {
    @Path("open")
    static class Forgotten {
        @GET
        public String get() {
            return "";
        }

        @GET
        @DenyAll
        public String closed() {
            return "";
        }
    }

    @PermitAll
    static class Open {
        @GET
        public String get() {
            return "";
        }

        @GET
        @RolesAllowed("user")
        public String mine() {
            return "";
        }
    }

    @Test
    void everyResourceMethodSaysWhoMayCallIt() {
        assertThat(withoutRule(ResourceMethods.all().stream())).isEmpty();
    }

    @Test
    void theSearchFindsTheResources() {
        assertThat(ResourceMethods.all())
                .anyMatch(route -> route.method().getDeclaringClass() == UsersResource.class);
    }

    @Test
    void theRuleFindsAMethodThatWasForgotten() {
        assertThat(methodsWithoutRule(Forgotten.class).map(Method::getName)).containsExactly("get");
        assertThat(methodsWithoutRule(Open.class)).isEmpty();
    }

    private static Stream<Method> methodsWithoutRule(Class<?> resource) {
        return withoutRule(ResourceMethods.of(resource));
    }

    private static Stream<Method> withoutRule(Stream<ResourceMethod> routes) {
        return routes.map(ResourceMethod::method)
                .filter(method -> !hasRule(method) && !hasRule(method.getDeclaringClass()));
    }

    private static boolean hasRule(AnnotatedElement element) {
        return AccessFilter.isAnnotated(element);
    }
}

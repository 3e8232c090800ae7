package studio.pingvas.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    void everyResourceMethodSaysWhoMayCallIt() throws Exception {
        assertThat(resources().flatMap(AccessRulesTest::methodsWithoutRule).toList()).isEmpty();
    }

    @Test
    void theSearchFindsTheResources() throws Exception {
        assertThat(resources().toList()).contains(UsersResource.class);
    }

    @Test
    void theRuleFindsAMethodThatWasForgotten() {
        assertThat(methodsWithoutRule(Forgotten.class).map(Method::getName)).containsExactly("get");
        assertThat(methodsWithoutRule(Open.class)).isEmpty();
    }

    private static Stream<Method> methodsWithoutRule(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(AccessRulesTest::isResourceMethod)
                .filter(method -> !hasRule(method) && !hasRule(resource));
    }

    private static boolean isResourceMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(
                        annotation ->
                                annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static boolean hasRule(AnnotatedElement element) {
        return AccessFilter.isAnnotated(element);
    }

    private static Stream<Class<?>> resources() throws Exception {
        java.nio.file.Path root =
                java.nio.file.Path.of(
                        RestApplication.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        return classesUnder(root).stream()
                .filter(
                        type ->
                                type.isAnnotationPresent(Path.class)
                                        || Arrays.stream(type.getDeclaredMethods())
                                                .anyMatch(AccessRulesTest::isResourceMethod));
    }

    private static List<Class<?>> classesUnder(java.nio.file.Path root) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.startsWith("studio/pingvas/web/rest/"))
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.'))
                    .<Class<?>>map(AccessRulesTest::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, AccessRulesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

package studio.pingvas.web.rest.description;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import studio.pingvas.web.rest.RestApplication;

/** All routes of the API, found as the server finds them: by looking through the classes. */
public final class ResourceMethods {
    private static final String PACKAGE = RestApplication.class.getPackageName() + ".";
    private static final String CLASS_FILE = ".class";

    private ResourceMethods() {}

    public static List<ResourceMethod> all() {
        return classes().stream().flatMap(ResourceMethods::of).toList();
    }

    /** The routes of one class; none if it is no resource. */
    public static Stream<ResourceMethod> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(
                        method ->
                                httpMethods(method)
                                        .map(
                                                httpMethod ->
                                                        new ResourceMethod(
                                                                pathOf(resource) + pathOf(method),
                                                                httpMethod,
                                                                method)));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static String pathOf(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        if (path == null || path.value().isEmpty()) {
            return "";
        }
        // A pattern after the name is no part of the address: {id: [a-z]+}.
        String template = path.value().replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return template.startsWith("/") ? template : "/" + template;
    }

    private static List<Class<?>> classes() {
        java.nio.file.Path folder = folder();
        try (Stream<java.nio.file.Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(CLASS_FILE))
                    .map(name -> name.substring(0, name.length() - CLASS_FILE.length()))
                    .sorted()
                    .<Class<?>>map(name -> load(PACKAGE + name.replace('/', '.')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.nio.file.Path folder() {
        try {
            return java.nio.file.Path.of(
                            RestApplication.class
                                    .getResource(RestApplication.class.getSimpleName() + CLASS_FILE)
                                    .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ResourceMethods.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

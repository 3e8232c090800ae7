package studio.pingvas.web.rest.description;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import studio.pingvas.web.problem.ProblemCode;

/**
 * A method that answers a route.
 *
 * @param path under the API, for example {@code /images/{id}}
 * @param httpMethod for example {@code GET}
 */
public record ResourceMethod(String path, String httpMethod, Method method) {
    /** Whether a stranger may call it. */
    public boolean isOpenToAll() {
        return method.isAnnotationPresent(PermitAll.class)
                || !method.isAnnotationPresent(RolesAllowed.class)
                        && method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }

    /** Whether a success has no body: status 204. */
    boolean answersNothing() {
        return method.getReturnType() == void.class;
    }

    /** Everything it may refuse with. */
    Set<ProblemCode> problems() {
        Set<ProblemCode> codes = EnumSet.of(ProblemCode.INTERNAL_ERROR, ProblemCode.UNAVAILABLE);
        if (!isOpenToAll()) {
            codes.add(ProblemCode.TOKEN_MISSING);
            codes.add(ProblemCode.TOKEN_INVALID);
            codes.add(ProblemCode.TOKEN_EXPIRED);
            codes.add(ProblemCode.FORBIDDEN);
            // The first token of an enterprise issuer whose address has an account here.
            codes.add(ProblemCode.ACCOUNT_EXISTS);
        }
        if (hasParameter(PathParam.class)) {
            codes.add(ProblemCode.NOT_FOUND);
        }
        if (hasParameter(QueryParam.class) || hasParameter(BeanParam.class)) {
            codes.add(ProblemCode.INVALID_REQUEST);
        }
        if (hasBody()) {
            codes.add(ProblemCode.INVALID_REQUEST);
            codes.add(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            codes.add(ProblemCode.BODY_TOO_LARGE);
        }
        codes.addAll(named(method));
        codes.addAll(named(method.getDeclaringClass()));
        return codes;
    }

    private static List<ProblemCode> named(AnnotatedElement element) {
        return Stream.concat(
                        Stream.of(element),
                        Arrays.stream(element.getAnnotations()).map(Annotation::annotationType))
                .map(named -> named.getAnnotation(Problems.class))
                .filter(Objects::nonNull)
                .flatMap(named -> Arrays.stream(named.value()))
                .toList();
    }

    private boolean hasParameter(Class<? extends Annotation> kind) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(kind));
    }

    /** In JAX-RS the body is the parameter that carries no annotation. */
    private boolean hasBody() {
        return Arrays.stream(method.getParameters())
                .map(Parameter::getAnnotations)
                .anyMatch(annotations -> annotations.length == 0);
    }
}

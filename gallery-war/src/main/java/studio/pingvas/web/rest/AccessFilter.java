package studio.pingvas.web.rest;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.web.problem.Problem;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.security.StudioPrincipal;
import studio.pingvas.web.security.TokenRefusal;

/**
 * Who may call a resource method: whom it names, or nobody. The server's own check of
 * {@code @RolesAllowed} answers 403 to strangers and lets methods without an annotation pass;
 * {@code web.xml} keeps it away, so there is no other check than this one.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
public class AccessFilter implements ContainerRequestFilter {
    @Context ResourceInfo resource;
    @Context SecurityContext security;
    @Context HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (isAllowed(resource.getResourceMethod())) {
            return;
        }
        context.abortWith(refusal().at(request.getRequestURI()).toResponse());
    }

    private boolean isAllowed(AnnotatedElement method) {
        if (isAnnotated(method)) {
            return allows(method);
        }
        Class<?> declaring = resource.getResourceClass();
        return isAnnotated(declaring) && allows(declaring);
    }

    private boolean allows(AnnotatedElement element) {
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Arrays.stream(roles.value()).anyMatch(this::isInRole);
        }
        return element.isAnnotationPresent(PermitAll.class);
    }

    /** The server answers the same by its policy, at a price that each request would pay. */
    private boolean isInRole(String role) {
        return security.getUserPrincipal() instanceof StudioPrincipal caller
                ? caller.identity().roles().contains(role)
                : security.isUserInRole(role);
    }

    private Problem refusal() {
        if (security.getUserPrincipal() != null) {
            return isKey() ? refusalOfKey() : Problem.ofStatus(ProblemCode.FORBIDDEN.status());
        }
        return TokenRefusal.of(request)
                .map((BusinessException refused) -> Problem.of(refused))
                .orElseGet(
                        () ->
                                Problem.of(
                                        ProblemCode.TOKEN_MISSING,
                                        "Send an access token: Authorization: Bearer <token>."));
    }

    private boolean isKey() {
        return security.getUserPrincipal() instanceof StudioPrincipal caller
                && caller.identity().apiKey() != null;
    }

    private Problem refusalOfKey() {
        String scopes =
                rolesOf(resource.getResourceMethod())
                        .or(() -> rolesOf(resource.getResourceClass()))
                        .stream()
                        .flatMap(roles -> Arrays.stream(roles.value()))
                        .flatMap(role -> ApiScope.ofRole(role).stream())
                        .map(ApiScope::key)
                        .collect(Collectors.joining(" or "));
        return Problem.of(
                ProblemCode.FORBIDDEN,
                scopes.isEmpty()
                        ? "This is closed to API keys; a person has to do it."
                        : "The API key lacks the scope " + scopes + ".");
    }

    private static Optional<RolesAllowed> rolesOf(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(RolesAllowed.class));
    }

    static boolean isAnnotated(AnnotatedElement element) {
        return element.isAnnotationPresent(RolesAllowed.class)
                || element.isAnnotationPresent(PermitAll.class)
                || element.isAnnotationPresent(DenyAll.class);
    }
}

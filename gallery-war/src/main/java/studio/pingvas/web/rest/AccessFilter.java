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
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.web.problem.Problem;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.security.TokenRefusal;

/**
 * Who may call a resource method: whom it names, or nobody. The server's own check of
 * {@code @RolesAllowed} answers 403 to strangers and lets methods without an annotation pass.
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
            return Arrays.stream(roles.value()).anyMatch(security::isUserInRole);
        }
        return element.isAnnotationPresent(PermitAll.class);
    }

    private Problem refusal() {
        if (security.getUserPrincipal() != null) {
            return Problem.ofStatus(ProblemCode.FORBIDDEN.status());
        }
        return TokenRefusal.of(request)
                .map((BusinessException refused) -> Problem.of(refused))
                .orElseGet(
                        () ->
                                Problem.of(
                                        ProblemCode.TOKEN_MISSING,
                                        "Send an access token: Authorization: Bearer <token>."));
    }

    static boolean isAnnotated(AnnotatedElement element) {
        return element.isAnnotationPresent(RolesAllowed.class)
                || element.isAnnotationPresent(PermitAll.class)
                || element.isAnnotationPresent(DenyAll.class);
    }
}

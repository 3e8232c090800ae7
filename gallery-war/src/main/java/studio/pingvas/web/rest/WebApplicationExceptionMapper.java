package studio.pingvas.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import studio.pingvas.web.problem.Failures;
import studio.pingvas.web.problem.Problem;

/** What JAX-RS refuses by itself: no such path, method or representation. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
    @Context HttpServletRequest request;

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response raised = refusal.getResponse();
        if (raised.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
            return raised;
        }
        Problem problem =
                raised.getStatus() == Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()
                        ? Failures.problemOf(refusal)
                        : Problem.ofStatus(raised.getStatus());
        String allowed = raised.getHeaderString(HttpHeaders.ALLOW);
        if (allowed != null) {
            problem.header(HttpHeaders.ALLOW, allowed);
        }
        return problem.at(request.getRequestURI()).toResponse();
    }
}

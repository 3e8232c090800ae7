package studio.pingvas.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import studio.pingvas.web.problem.Failures;

/** Every failure that has no mapper of its own: business failures, wrapped ones, and surprises. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
    @Context HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        return Failures.problemOf(thrown).at(request.getRequestURI()).toResponse();
    }
}

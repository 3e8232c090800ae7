package studio.pingvas.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import studio.pingvas.web.rest.BodyLimitFilter.BodyTooLargeException;

/** A body that turned out to be too long while it was read. */
@Provider
public class BodyTooLargeMapper implements ExceptionMapper<BodyTooLargeException> {
    @Context HttpServletRequest request;

    @Override
    public Response toResponse(BodyTooLargeException tooLarge) {
        return BodyLimitFilter.tooLarge(tooLarge.limit()).at(request.getRequestURI()).toResponse();
    }
}

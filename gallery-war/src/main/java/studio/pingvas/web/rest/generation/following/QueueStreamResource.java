package studio.pingvas.web.rest.generation.following;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.push.EventStreams;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** All jobs of the caller, followed as long as the client likes. */
@Path("queue/stream")
@RolesAllowed({"user", "key-read"})
public class QueueStreamResource {
    @Inject EventStreams streams;
    @Inject Caller caller;

    @GET
    @Produces(EventStreams.MEDIA_TYPE)
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.RATE_LIMITED})
    @APIResponse(
            responseCode = "200",
            description = "The frames of the socket as server-sent events.",
            content =
                    @Content(
                            mediaType = EventStreams.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class)))
    public void follow(
            @HeaderParam(LastEventId.HEADER) String lastEventId,
            @Suspended AsyncResponse answer,
            @Context HttpServletResponse response)
            throws IOException {
        streams.ofUser(caller.identity(), LastEventId.parse(lastEventId), answer, response);
    }
}

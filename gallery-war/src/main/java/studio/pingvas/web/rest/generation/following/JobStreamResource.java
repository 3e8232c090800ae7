package studio.pingvas.web.rest.generation.following;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.push.EventStreams;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** One job of the caller, followed to its end. */
@Path("queue/items/{id}/stream")
@RolesAllowed({"user", "key-read"})
public class JobStreamResource {
    @Inject EventStreams streams;
    @Inject Caller caller;

    @GET
    @Produces(EventStreams.MEDIA_TYPE)
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.RATE_LIMITED})
    @APIResponse(
            responseCode = "200",
            description =
                    "The frames of the socket as server-sent events, until the job has ended.",
            content =
                    @Content(
                            mediaType = EventStreams.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "204", description = "The end of the job is known already.")
    public void follow(
            @PathParam("id") UUID jobId,
            @HeaderParam(LastEventId.HEADER) String lastEventId,
            @Suspended AsyncResponse answer,
            @Context HttpServletResponse response)
            throws IOException {
        Long lastSeq = LastEventId.parse(lastEventId);
        streams.ofJob(caller.identity(), jobId, lastSeq, answer, response);
    }
}

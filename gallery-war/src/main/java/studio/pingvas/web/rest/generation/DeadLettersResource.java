package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.DeadLetterView;
import studio.pingvas.web.admin.Administrator;
import studio.pingvas.web.admin.DeadLetterOffice;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.QueryNumber;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/** Messages that nobody could use, for administrators. */
@Path("admin/dead-letters")
@RolesAllowed({"admin", "key-admin"})
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {
    private static final int DEFAULT_LIMIT = 50;

    @Inject DeadLetterOffice office;
    @Inject Caller caller;
    @Inject ClientDevice device;
    @Context HttpServletRequest http;

    /** In the order in which they lie there, at most 100. */
    @GET
    public LetterList list(@QueryParam("limit") String limit) {
        return new LetterList(office.list(QueryNumber.of("limit", limit, DEFAULT_LIMIT)));
    }

    /** Sends it again to where it was meant to go. */
    @POST
    @Path("{id}/resend")
    @Problems({ProblemCode.INVALID_REQUEST, ProblemCode.NOT_FOUND})
    public void resend(@PathParam("id") UUID id) {
        office.resend(id, administrator());
    }

    @DELETE
    @Path("{id}")
    @Problems(ProblemCode.NOT_FOUND)
    public void delete(@PathParam("id") UUID id) {
        office.delete(id, administrator());
    }

    private Administrator administrator() {
        return new Administrator(caller.userId(), device.of(http).address());
    }

    public record LetterList(List<DeadLetterView> items) {}
}

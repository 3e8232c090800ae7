package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.user.SecurityEventPage;
import studio.pingvas.contracts.user.SecurityEvents;
import studio.pingvas.web.rest.QueryNumber;
import studio.pingvas.web.security.Caller;

/** The audit log: the own part of it for everybody, all of it for administrators. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class SecurityEventsResource {
    private static final int DEFAULT_LIMIT = 50;

    @EJB SecurityEvents events;
    @Inject Caller caller;

    @GET
    @Path("users/me/security-events")
    @RolesAllowed("user")
    public SecurityEventPage mine(
            @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return events.list(caller.userId(), cursor, sizeOf(limit));
    }

    /** {@code ?user_id=} narrows it to one account. */
    @GET
    @Path("admin/security-events")
    @RolesAllowed("admin")
    public SecurityEventPage all(
            @QueryParam("user_id") String userId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        return events.list(idOf(userId), cursor, sizeOf(limit));
    }

    /** Whether the log is as it was written. */
    @GET
    @Path("admin/security-events/check")
    @RolesAllowed("admin")
    public Check check() {
        return new Check(events.firstBrokenLink());
    }

    private static int sizeOf(String limit) {
        return QueryNumber.of("limit", limit, DEFAULT_LIMIT);
    }

    private static UUID idOf(String text) {
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("/user_id", "Must be the id of an account.");
        }
    }

    /**
     * @param firstBrokenLink number of the first entry that was changed or follows a missing one; 0
     *     if there is none
     */
    public record Check(long firstBrokenLink) {}
}

package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
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

/** The audit log of all accounts, for administrators. */
@Path("admin/security-events")
@RolesAllowed({"admin", "key-admin"})
@Produces(MediaType.APPLICATION_JSON)
public class AuditLogResource {
    @EJB SecurityEvents events;

    /** {@code ?user_id=} narrows it to one account. */
    @GET
    public SecurityEventPage list(
            @QueryParam("user_id") String userId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int size = QueryNumber.of("limit", limit, SecurityEventsResource.DEFAULT_LIMIT);
        return events.list(idOf(userId), cursor, size);
    }

    /** Whether the log is as it was written. */
    @GET
    @Path("check")
    public Check check() {
        return new Check(events.firstBrokenLink());
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

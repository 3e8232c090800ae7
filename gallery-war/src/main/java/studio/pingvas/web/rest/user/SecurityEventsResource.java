package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import studio.pingvas.contracts.user.SecurityEventPage;
import studio.pingvas.contracts.user.SecurityEvents;
import studio.pingvas.web.rest.QueryNumber;
import studio.pingvas.web.security.Caller;

/** What happened to the caller's account, from the audit log. */
@Path("users/me/security-events")
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class SecurityEventsResource {
    static final int DEFAULT_LIMIT = 50;

    @EJB SecurityEvents events;
    @Inject Caller caller;

    @GET
    public SecurityEventPage mine(
            @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return events.list(caller.userId(), cursor, QueryNumber.of("limit", limit, DEFAULT_LIMIT));
    }
}

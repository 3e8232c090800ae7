package studio.pingvas.web.rest.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.user.SessionView;
import studio.pingvas.contracts.user.Sessions;
import studio.pingvas.web.security.Caller;

/** Where the caller is signed in. */
@Path("users/me/sessions")
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @EJB Sessions sessions;
    @Inject Caller caller;

    @GET
    public Items list() {
        UUID current = caller.identity().sessionId();
        return new Items(
                sessions.list(caller.userId()).stream()
                        .map(session -> Item.of(session, current))
                        .toList());
    }

    @DELETE
    @Path("{id}")
    public void end(@PathParam("id") UUID id) {
        sessions.end(caller.userId(), id);
    }

    /** Newest first; there are never many. */
    public record Items(List<Item> items) {}

    /**
     * @param kind {@code page} or {@code api}
     * @param current whether this request came in it
     */
    public record Item(
            UUID id,
            String kind,
            String device,
            String address,
            Instant createdAt,
            Instant lastSeenAt,
            boolean current) {
        static Item of(SessionView session, UUID current) {
            return new Item(
                    session.id(),
                    session.kind().name().toLowerCase(Locale.ROOT),
                    session.device(),
                    session.address(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.id().equals(current));
        }
    }
}

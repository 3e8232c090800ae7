package studio.pingvas.web.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Answers about something new. */
public final class Created {
    private Created() {}

    /**
     * @param here where it was sent; below is where it stands now
     */
    public static Response below(UriInfo here, UUID id, Object entity) {
        return Response.created(here.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(entity)
                .build();
    }
}

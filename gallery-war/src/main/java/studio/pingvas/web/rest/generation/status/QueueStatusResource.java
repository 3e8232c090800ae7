package studio.pingvas.web.rest.generation.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import studio.pingvas.contracts.generation.QueueStatus;
import studio.pingvas.web.security.Caller;

/** How the queue stands, for the caller and as a whole. */
@Path("queue/status")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class QueueStatusResource {
    @EJB QueueStatus queue;
    @Inject Caller caller;

    @GET
    public QueueStatusDocument get() {
        return QueueStatusDocument.of(queue.of(caller.userId()));
    }
}

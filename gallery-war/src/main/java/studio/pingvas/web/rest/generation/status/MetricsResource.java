package studio.pingvas.web.rest.generation.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import studio.pingvas.contracts.generation.QueueStatus;

/**
 * What Prometheus reads of each node, with the API key of an administrator as its bearer token. The
 * JVM and the server have measures of their own under {@code /metrics} of the server.
 */
@Path("admin/metrics")
@RolesAllowed({"admin", "key-admin"})
public class MetricsResource {
    @EJB QueueStatus queue;

    @GET
    @Produces(PrometheusText.CONTENT_TYPE)
    public String get() {
        return MetricsText.of(queue.measures());
    }
}

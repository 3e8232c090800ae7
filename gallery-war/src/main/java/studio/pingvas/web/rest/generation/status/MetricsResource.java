package studio.pingvas.web.rest.generation.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import studio.pingvas.contracts.generation.QueueStatus;

/** What Prometheus reads of each node, with the API key of an administrator as its bearer token. */
@Path("admin/metrics")
@RolesAllowed({"admin", "key-admin"})
public class MetricsResource {
    @EJB QueueStatus queue;

    @GET
    @Produces(PrometheusText.CONTENT_TYPE)
    public String get() {
        PrometheusText text = new PrometheusText();
        QueueMetrics.write(queue.measures(), text);
        NodeMetrics.write(text);
        return text.toString();
    }
}

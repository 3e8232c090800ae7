package studio.pingvas.web.rest.generation;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import studio.pingvas.contracts.generation.JobView;

/** Where a job can be read. */
final class JobAddress {
    private JobAddress() {}

    static URI of(JobView job, UriInfo uri) {
        return uri.getBaseUriBuilder().path("queue/items").path(job.jobId().toString()).build();
    }
}

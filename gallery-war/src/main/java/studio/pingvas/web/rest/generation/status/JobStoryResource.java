package studio.pingvas.web.rest.generation.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.JobStories;
import studio.pingvas.contracts.generation.JobStoryEntry;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** What happened to a job of the caller. */
@Path("queue/items/{id}/events")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class JobStoryResource {
    @EJB JobStories stories;
    @Inject Caller caller;

    @GET
    @Problems(ProblemCode.NOT_FOUND)
    public Story get(@PathParam("id") UUID id) {
        return new Story(stories.of(caller.userId(), id));
    }

    /** Oldest first; of a long story the newest entries. */
    public record Story(List<JobStoryEntry> items) {}
}

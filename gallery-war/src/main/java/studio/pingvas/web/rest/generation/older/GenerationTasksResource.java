package studio.pingvas.web.rest.generation.older;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.web.security.Caller;

/** The caller's jobs, as an older document asks for them. */
@Path("tasks")
@RolesAllowed({"user", "key-read"})
@Produces(MediaType.APPLICATION_JSON)
public class GenerationTasksResource {
    @EJB GenerationJobs jobs;
    @Inject Caller caller;

    @GET
    @Path("{task_id}")
    public TaskDocument get(@PathParam("task_id") UUID taskId) {
        return TaskDocument.of(jobs.get(caller.userId(), taskId));
    }
}

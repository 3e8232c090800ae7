package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import studio.pingvas.contracts.generation.WorkerControl;

/** Commands to the workers. The answer says that they were told, not that they have obeyed. */
@Path("admin/workers")
@RolesAllowed({"admin", "key-admin"})
public class WorkersResource {
    @EJB WorkerControl workers;

    /** It finishes its job, takes no other, and ends. */
    @POST
    @Path("{name}/drain")
    public void drain(@PathParam("name") String name) {
        workers.drain(name);
    }

    /** All of them read models from their files again before their next job. */
    @POST
    @Path("reload")
    public void reload() {
        workers.reloadModels();
    }
}

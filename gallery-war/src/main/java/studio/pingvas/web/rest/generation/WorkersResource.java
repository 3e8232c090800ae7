package studio.pingvas.web.rest.generation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import studio.pingvas.contracts.generation.WorkerControl;
import studio.pingvas.contracts.generation.WorkerView;
import studio.pingvas.web.admin.Administrator;
import studio.pingvas.web.admin.WorkerCommands;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;

/**
 * The workers, and commands to them. The answer says that they were told, not that they have
 * obeyed.
 */
@Path("admin/workers")
@RolesAllowed({"admin", "key-admin"})
@Produces(MediaType.APPLICATION_JSON)
public class WorkersResource {
    @EJB WorkerControl workers;
    @Inject WorkerCommands commands;
    @Inject Caller caller;
    @Inject ClientDevice device;
    @Context HttpServletRequest http;

    /** Those that were heard in the last seconds. */
    @GET
    public WorkerList list() {
        return new WorkerList(workers.workers());
    }

    /** It finishes its job, takes no other, and ends. */
    @POST
    @Path("{name}/drain")
    public void drain(@PathParam("name") String name) {
        commands.drain(name, administrator());
    }

    /** It finishes its job and takes no other until it is resumed. */
    @POST
    @Path("{name}/pause")
    public void pause(@PathParam("name") String name) {
        commands.pause(name, administrator());
    }

    @POST
    @Path("{name}/resume")
    public void resume(@PathParam("name") String name) {
        commands.resume(name, administrator());
    }

    /** As of one worker, for all that are there or come until they are resumed. */
    @POST
    @Path("pause")
    public void pauseAll() {
        commands.pause(null, administrator());
    }

    @POST
    @Path("resume")
    public void resumeAll() {
        commands.resume(null, administrator());
    }

    /** All of them read models from their files again before their next job. */
    @POST
    @Path("reload")
    public void reload() {
        commands.reloadModels(administrator());
    }

    private Administrator administrator() {
        return new Administrator(caller.userId(), device.of(http).address());
    }

    /** By name. */
    public record WorkerList(List<WorkerView> items) {}
}

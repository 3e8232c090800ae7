package studio.pingvas.web.rest.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import studio.pingvas.contracts.TaskRun;
import studio.pingvas.web.admin.ModuleTasks;
import studio.pingvas.web.admin.ModuleTasks.ModuleTask;

/** What the modules do by the clock, and how it went. */
@Path("admin/tasks")
@RolesAllowed({"admin", "key-admin"})
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {
    @Inject ModuleTasks tasks;

    @GET
    public TaskList list() {
        return new TaskList(tasks.lastRuns().stream().map(Task::of).toList());
    }

    /** Runs a task now and answers when it has ended; one that is running already is left alone. */
    @POST
    @Path("{module}/{task}")
    public Task run(@PathParam("module") String module, @PathParam("task") String task) {
        return Task.of(tasks.runNow(module, task));
    }

    /** By module and name. */
    public record TaskList(List<Task> items) {}

    /**
     * @param finishedAt absent while it runs, or if its node died
     * @param succeeded false if the last finished run failed, or there was none
     * @param result one sentence about the last run
     * @param node where it ran
     */
    public record Task(
            String module,
            String task,
            Instant startedAt,
            Instant finishedAt,
            boolean succeeded,
            String result,
            String node,
            Instant nextDueAt) {
        static Task of(ModuleTask task) {
            TaskRun run = task.run();
            return new Task(
                    task.module(),
                    run.task(),
                    run.startedAt(),
                    run.finishedAt(),
                    run.succeeded(),
                    run.result(),
                    run.node(),
                    run.nextDueAt());
        }
    }
}

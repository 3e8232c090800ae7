package studio.pingvas.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.ScheduledTasks;
import studio.pingvas.contracts.TaskRun;
import studio.pingvas.contracts.gallery.GalleryTasks;
import studio.pingvas.contracts.payment.PaymentTasks;
import studio.pingvas.contracts.user.UserTasks;

/** What the modules do by the clock. */
@RequestScoped
public class ModuleTasks {
    @EJB GalleryTasks gallery;
    @EJB PaymentTasks payment;
    @EJB UserTasks user;

    /**
     * @param module whose task it is
     */
    public record ModuleTask(String module, TaskRun run) {}

    /** By module and name. */
    public List<ModuleTask> lastRuns() {
        return modules().entrySet().stream()
                .flatMap(module -> runsOf(module.getKey(), module.getValue()))
                .toList();
    }

    /**
     * Returns when the task has ended; one that is running already is left alone.
     *
     * @throws NotFoundException if there is no such module or task
     */
    public ModuleTask runNow(String module, String task) {
        ScheduledTasks tasks = modules().get(module);
        if (tasks == null) {
            throw new NotFoundException("The module");
        }
        return new ModuleTask(module, tasks.runNow(task));
    }

    private static Stream<ModuleTask> runsOf(String module, ScheduledTasks tasks) {
        return tasks.lastRuns().stream().map(run -> new ModuleTask(module, run));
    }

    private Map<String, ScheduledTasks> modules() {
        return new TreeMap<>(Map.of("gallery", gallery, "payment", payment, "user", user));
    }
}

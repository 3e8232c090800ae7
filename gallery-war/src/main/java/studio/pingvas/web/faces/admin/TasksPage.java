package studio.pingvas.web.faces.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.web.admin.ModuleTasks;
import studio.pingvas.web.admin.ModuleTasks.ModuleTask;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** What runs by the clock, and how it went the last time. */
@Named
@RequestScoped
public class TasksPage {
    @Inject ModuleTasks modules;
    @Inject Caller caller;

    private List<ModuleTask> tasks;

    public List<ModuleTask> getTasks() {
        if (tasks == null) {
            tasks = modules.lastRuns();
        }
        return tasks;
    }

    /** The task is named by the request: rows may have moved since the page was shown. */
    public void runNow() {
        caller.administratorId();
        String task = Faces.getRequestParameter("task");
        try {
            ModuleTask done = modules.runNow(Faces.getRequestParameter("module"), task);
            Messages.addGlobalInfo(Texts.of("tasks.ran", task, done.run().result()));
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        tasks = null;
    }
}

package studio.pingvas.contracts;

import java.util.List;

/** What a module does by the clock, once in the whole cluster. */
public interface ScheduledTasks {
    /** The last run of each task, by name. */
    List<TaskRun> lastRuns();

    /**
     * Runs a task now, whenever it is due; it is safe to run twice.
     *
     * @throws NotFoundException if there is no such task
     */
    TaskRun runNow(String task);
}

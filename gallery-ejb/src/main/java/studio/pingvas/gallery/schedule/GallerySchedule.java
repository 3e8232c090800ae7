package studio.pingvas.gallery.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import javax.sql.DataSource;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.TaskRun;
import studio.pingvas.contracts.gallery.GalleryTasks;
import studio.pingvas.platform.schedule.LoggedTimeout;
import studio.pingvas.platform.schedule.TaskRunner;

/**
 * Asks once a minute, on every node, what is due. Runs side by side: the table keeps them apart.
 */
@Singleton
@Interceptors(LoggedTimeout.class)
@Startup
@DependsOn("GalleryMigration")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class GallerySchedule implements GalleryTasks {
    @Resource(lookup = "jdbc/gallery")
    DataSource database;

    @Inject @Any Instance<GalleryTask> tasks;

    private TaskRunner<TaskRun> runner;

    @PostConstruct
    void start() {
        runner = new TaskRunner<>(database, tasks, TaskRun::new);
    }

    @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
    public void runDue() {
        runner.runDue();
    }

    @Override
    public List<TaskRun> lastRuns() {
        return runner.states();
    }

    @Override
    public TaskRun runNow(String task) {
        return runner.runNow(task).orElseThrow(() -> new NotFoundException("The task"));
    }
}

package studio.pingvas.platform.schedule;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import studio.pingvas.platform.schedule.ScheduledTaskTable.Claim;

/**
 * Runs the tasks of one module when they are due, each on one node of the cluster. Every node asks
 * once a minute; the table decides who runs what. If the node dies during a run, another one takes
 * the task over when its lease has ended.
 *
 * @param <T> how the module shows the state of a task
 */
public final class TaskRunner<T> {
    /**
     * How a module shows the state of a task. Times are of the database.
     *
     * @param <T> its own type
     */
    @FunctionalInterface
    public interface StateView<T> {
        /**
         * @param startedAt null if it never ran
         * @param finishedAt null while it runs, or if its node died
         * @param succeeded how the last finished run ended
         * @param result of the last run, or null
         * @param node where it ran, or null
         */
        T of(
                String name,
                Instant startedAt,
                Instant finishedAt,
                boolean succeeded,
                String result,
                String node,
                Instant nextDueAt);
    }

    /** What failed is tried again soon, even if its schedule says tomorrow. */
    private static final Duration RETRY = Duration.ofMinutes(15);

    private static final int LONGEST_RESULT = 500;
    private static final Logger LOG = System.getLogger(TaskRunner.class.getName());

    private final ScheduledTaskTable table;
    private final String node;
    private final Map<String, ScheduledTask> tasks;
    private final StateView<T> view;

    /**
     * @param database of the module's schema, which has the table {@code scheduled_task}
     * @param view for example the constructor of a record
     */
    public TaskRunner(
            DataSource database, Iterable<? extends ScheduledTask> tasks, StateView<T> view) {
        this.view = view;
        this.table = new ScheduledTaskTable(database);
        // Process and host.
        this.node = ManagementFactory.getRuntimeMXBean().getName();
        this.tasks =
                StreamSupport.stream(tasks.spliterator(), false)
                        .collect(Collectors.toMap(ScheduledTask::name, Function.identity()));
        Instant now = table.now();
        all().forEach(task -> table.expect(task.name(), task.schedule().nextAfter(now)));
    }

    /** Runs what is due and not running elsewhere, one after the other. */
    public void runDue() {
        for (ScheduledTask task : all()) {
            table.claim(task.name(), true, node, task.lease()).ifPresent(claim -> run(task, claim));
        }
    }

    /**
     * Runs a task whenever it is due. If it is running already, that run will do.
     *
     * @return its state after the run, or empty if there is no such task
     */
    public Optional<T> runNow(String name) {
        ScheduledTask task = tasks.get(name);
        if (task != null) {
            table.claim(name, false, node, task.lease()).ifPresent(claim -> run(task, claim));
        }
        return known().filter(state -> state.name().equals(name)).map(this::shown).findFirst();
    }

    /** By name; tasks of former versions are left out. */
    public List<T> states() {
        return known().map(this::shown).toList();
    }

    private Stream<TaskState> known() {
        return table.states().stream().filter(state -> tasks.containsKey(state.name()));
    }

    private T shown(TaskState state) {
        return view.of(
                state.name(),
                state.startedAt(),
                state.finishedAt(),
                state.succeeded(),
                state.result(),
                state.node(),
                state.nextDueAt());
    }

    private Collection<ScheduledTask> all() {
        return tasks.values();
    }

    private void run(ScheduledTask task, Claim claim) {
        String result;
        try {
            result = Objects.requireNonNull(task.run(), "The task says nothing about its run.");
        } catch (Exception e) {
            LOG.log(Level.ERROR, "The task " + task.name() + " failed", e);
            finish(task, claim, false, e.getMessage() == null ? e.toString() : e.getMessage());
            return;
        }
        finish(task, claim, true, result);
    }

    private void finish(ScheduledTask task, Claim claim, boolean succeeded, String result) {
        Instant now = table.now();
        Instant next = task.schedule().nextAfter(now);
        Instant retry = now.plus(RETRY);
        Instant due = succeeded || next.isBefore(retry) ? next : retry;
        if (!table.finish(task.name(), claim, succeeded, shortened(result), due)) {
            LOG.log(
                    Level.WARNING,
                    "The task {0} took longer than its lease of {1} and was taken over",
                    task.name(),
                    task.lease());
        }
    }

    private static String shortened(String result) {
        // PostgreSQL stores no NUL, and counts characters as code points.
        String text = result.replace('\0', ' ');
        return text.codePointCount(0, text.length()) <= LONGEST_RESULT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_RESULT));
    }
}

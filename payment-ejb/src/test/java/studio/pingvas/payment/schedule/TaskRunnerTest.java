package studio.pingvas.payment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pingvas.contracts.TaskRun;
import studio.pingvas.platform.database.TestDatabase;
import studio.pingvas.platform.schedule.Schedule;
import studio.pingvas.platform.schedule.ScheduledTask;
import studio.pingvas.platform.schedule.TaskRunner;

/** Each runner is a node of its own: they share nothing but the table. */
@Timeout(30)
class TaskRunnerTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static final Duration HOUR = Duration.ofHours(1);

    private record Work(String name, Duration lease, Callable<String> work)
            implements ScheduledTask {
        @Override
        public Schedule schedule() {
            return Schedule.every(HOUR, Duration.ZERO);
        }

        @Override
        public String run() throws Exception {
            return work.call();
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String name = "task-" + UUID.randomUUID();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aTaskWaitsUntilItIsDue() {
        TaskRunner<TaskRun> node = node(this::count);
        node.runDue();
        assertThat(runs).hasValue(0);
        assertThat(state(node).startedAt()).isNull();
        assertThat(state(node).nextDueAt())
                .isBetween(Instant.now(), Instant.now().plus(HOUR).plusSeconds(5));
    }

    @Test
    void aDueTaskRunsOnceHoweverManyNodesAsk() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> nodes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            TaskRunner<TaskRun> node = node(this::count);
            nodes.add(
                    threads.submit(
                            () -> {
                                start.await();
                                node.runDue();
                                return null;
                            }));
        }
        makeDue();
        start.countDown();
        for (Future<?> node : nodes) {
            node.get(20, TimeUnit.SECONDS);
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void aFinishedRunTellsItsResultAndWhenItIsDueAgain() {
        TaskRunner<TaskRun> node = node(this::count);
        makeDue();
        node.runDue();

        TaskRun state = state(node);
        assertThat(state.succeeded()).isTrue();
        assertThat(state.result()).isEqualTo("Run 1");
        assertThat(state.node()).contains("@");
        assertThat(state.finishedAt()).isAfterOrEqualTo(state.startedAt());
        assertThat(state.nextDueAt().getEpochSecond() % 3_600).isZero();
        assertThat(state.nextDueAt()).isAfter(state.finishedAt());
        node.runDue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void aFailureIsRecordedAndTriedAgainSoon() {
        TaskRunner<TaskRun> node =
                node(
                        () -> {
                            throw new IllegalStateException("The wheel came off\0");
                        });
        makeDue();
        node.runDue();

        TaskRun state = state(node);
        assertThat(state.succeeded()).isFalse();
        assertThat(state.result()).isEqualTo("The wheel came off ");
        assertThat(state.finishedAt()).isNotNull();
        assertThat(Duration.between(state.finishedAt(), state.nextDueAt()))
                .isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void oneFailureDoesNotKeepTheNextTaskFromRunning() {
        Work broken = new Work(name + "x", HOUR, () -> null);
        TaskRunner<TaskRun> node =
                new TaskRunner<>(
                        DATABASE.role(),
                        List.of(broken, new Work(name, HOUR, this::count)),
                        TaskRun::new);
        DATABASE.execute("UPDATE scheduled_task SET next_due_at = now()");
        node.runDue();
        assertThat(runs).hasValue(1);
        assertThat(node.states()).extracting(TaskRun::succeeded).containsExactly(true, false);
    }

    @Test
    void aTaskOfADeadNodeIsTakenOverAfterItsLease() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch revived = new CountDownLatch(1);
        Work frozen =
                new Work(
                        name,
                        Duration.ofSeconds(1),
                        () -> {
                            started.countDown();
                            revived.await();
                            return "Too late";
                        });
        TaskRunner<TaskRun> dying =
                new TaskRunner<>(DATABASE.role(), List.of(frozen), TaskRun::new);
        makeDue();
        Future<?> run = threads.submit(dying::runDue);
        started.await();

        TaskRunner<TaskRun> other = node(this::count);
        other.runDue();
        assertThat(runs).as("while the lease runs").hasValue(0);
        assertThat(state(other).finishedAt()).isNull();
        while (runs.get() == 0) {
            Thread.sleep(50);
            other.runDue();
        }
        assertThat(state(other).result()).isEqualTo("Run 1");

        revived.countDown();
        run.get(20, TimeUnit.SECONDS);
        assertThat(state(other).result()).as("after the node came back").isEqualTo("Run 1");
    }

    @Test
    void aTaskCanBeRunBeforeItIsDue() {
        TaskRunner<TaskRun> node = node(this::count);
        assertThat(node.runNow(name).orElseThrow().result()).isEqualTo("Run 1");
        assertThat(node.runNow(name).orElseThrow().result()).isEqualTo("Run 2");
        assertThat(node.runNow("no-such-task")).isEmpty();
    }

    @Test
    void aRunByHandLeavesARunningTaskAlone() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        TaskRunner<TaskRun> busy =
                node(
                        () -> {
                            started.countDown();
                            done.await();
                            return count();
                        });
        Future<?> run = threads.submit(() -> busy.runNow(name));
        started.await();
        assertThat(node(this::count).runNow(name).orElseThrow().finishedAt()).isNull();
        done.countDown();
        run.get(20, TimeUnit.SECONDS);
        assertThat(runs).hasValue(1);
    }

    @Test
    void aLongResultIsCut() {
        TaskRunner<TaskRun> node = node(() -> "\uD83D\uDE00".repeat(600));
        assertThat(node.runNow(name).orElseThrow().result()).isEqualTo("\uD83D\uDE00".repeat(500));
    }

    @Test
    void aDenserScheduleCountsAtOnce() {
        node(this::count);
        DATABASE.execute(
                "UPDATE scheduled_task SET next_due_at = now() + interval '30 days' WHERE name = '"
                        + name
                        + "'");
        TaskRunner<TaskRun> restarted = node(this::count);
        assertThat(state(restarted).nextDueAt()).isBefore(Instant.now().plus(HOUR).plusSeconds(5));
    }

    private TaskRunner<TaskRun> node(Callable<String> work) {
        return new TaskRunner<>(DATABASE.role(), List.of(new Work(name, HOUR, work)), TaskRun::new);
    }

    private String count() {
        return "Run " + runs.incrementAndGet();
    }

    private TaskRun state(TaskRunner<TaskRun> node) {
        return node.states().get(0);
    }

    private void makeDue() {
        DATABASE.execute(
                "UPDATE scheduled_task SET next_due_at = now() WHERE name = '" + name + "'");
    }
}

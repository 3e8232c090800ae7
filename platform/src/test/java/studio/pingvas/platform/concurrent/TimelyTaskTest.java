package studio.pingvas.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelyTaskTest {
    private static final Duration SOON = Duration.ZERO;
    private static final Duration NEVER = Duration.ofDays(1);

    private final List<TimelyTask> tasks = new ArrayList<>();
    private final BlockingQueue<Long> runs = new LinkedBlockingQueue<>();

    @AfterEach
    void stopAll() {
        tasks.forEach(TimelyTask::stop);
    }

    @Test
    void whoIsInAHurryDoesNotWaitForWhoIsNot() throws InterruptedException {
        TimelyTask task = task(this::noteRun, Duration.ZERO);

        task.runWithin(NEVER);
        task.runWithin(SOON);

        assertRuns(1);
    }

    @Test
    void whoIsInNoHurryNeedsNoRunOfTheirOwn() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        TimelyTask task = task(this::noteRun, Duration.ZERO, awaiting(asked));

        task.runWithin(Duration.ofMillis(20));
        task.runWithin(Duration.ofMillis(1));
        task.runWithin(Duration.ofMillis(40));
        asked.countDown();

        assertRuns(1);
    }

    @Test
    void whoAsksDuringARunGetsAnother() throws InterruptedException {
        AtomicBoolean first = new AtomicBoolean(true);
        TimelyTask[] task = new TimelyTask[1];
        task[0] =
                task(
                        () -> {
                            if (first.getAndSet(false)) {
                                task[0].runWithin(SOON);
                                task[0].runWithin(SOON);
                            }
                            noteRun();
                        },
                        Duration.ZERO);

        task[0].runWithin(SOON);

        assertRuns(2);
    }

    @Test
    void runsKeepTheirDistance() throws InterruptedException {
        TimelyTask[] task = new TimelyTask[1];
        task[0] =
                task(
                        () -> {
                            noteRun();
                            task[0].runWithin(SOON);
                        },
                        Duration.ofMillis(20));

        task[0].runWithin(SOON);

        long first = runs.poll(10, TimeUnit.SECONDS);
        long second = runs.poll(10, TimeUnit.SECONDS);
        assertThat(second - first).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void aFailedRunIsToldAndDoesNotBlockTheNext() throws InterruptedException {
        BlockingQueue<Throwable> told = new LinkedBlockingQueue<>();
        ThreadFactory threads =
                run -> {
                    Thread thread = Executors.defaultThreadFactory().newThread(run);
                    thread.setUncaughtExceptionHandler((where, failure) -> told.add(failure));
                    return thread;
                };
        TimelyTask task =
                task(
                        () -> {
                            noteRun();
                            throw new IllegalStateException("a run");
                        },
                        Duration.ZERO,
                        threads);

        task.runWithin(SOON);
        assertRuns(1);
        assertThat(told.poll(10, TimeUnit.SECONDS)).hasMessage("a run");

        task.runWithin(SOON);
        assertRuns(1);
    }

    private void noteRun() {
        runs.add(System.nanoTime());
    }

    private void assertRuns(int expected) throws InterruptedException {
        for (int i = 0; i < expected; i++) {
            assertThat(runs.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        // One too many would come in the next moment.
        assertThat(runs.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    private TimelyTask task(Runnable work, Duration leastBetween) {
        return task(work, leastBetween, Executors.defaultThreadFactory());
    }

    private TimelyTask task(Runnable work, Duration leastBetween, ThreadFactory threads) {
        TimelyTask task = new TimelyTask(threads, work, leastBetween);
        tasks.add(task);
        return task;
    }

    /** A thread that begins to work when all have asked. */
    private static ThreadFactory awaiting(CountDownLatch asked) {
        return run ->
                new Thread(
                        () -> {
                            try {
                                asked.await();
                                run.run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }
}

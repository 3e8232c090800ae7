package studio.pingvas.platform.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a task soon, never twice at once, and once more if it was asked for while it ran. Between
 * two runs there may have to be some time, so that one run serves more askers; the first is at
 * once.
 */
public final class CoalescingTask {
    private final Runnable task;
    private final Duration leastBetween;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();

    public CoalescingTask(Runnable task) {
        this(task, Duration.ZERO);
    }

    /**
     * @param leastBetween the ends of a run and the begin of the next; the executor's thread waits
     */
    public CoalescingTask(Runnable task, Duration leastBetween) {
        this.task = task;
        this.leastBetween = leastBetween;
    }

    public void ask(Executor executor) {
        asked.set(true);
        if (running.compareAndSet(false, true)) {
            try {
                executor.execute(() -> run(executor));
            } catch (RuntimeException e) {
                running.set(false);
                throw e;
            }
        }
    }

    private void run(Executor executor) {
        try {
            while (asked.getAndSet(false)) {
                task.run();
                rest();
            }
        } finally {
            running.set(false);
        }
        // Asked between the last look and the end of the run.
        if (asked.get()) {
            ask(executor);
        }
    }

    private void rest() {
        try {
            Thread.sleep(leastBetween.toMillis());
        } catch (InterruptedException e) {
            // The executor is being closed, and sees it.
            Thread.currentThread().interrupt();
        }
    }
}

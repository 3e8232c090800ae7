package studio.pingvas.platform.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a task soon, never twice at once, and once more if it was asked for while it ran. */
public final class CoalescingTask {
    private final Runnable task;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();

    public CoalescingTask(Runnable task) {
        this.task = task;
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
            }
        } finally {
            running.set(false);
        }
        // Asked between the last look and the end of the run.
        if (asked.get()) {
            ask(executor);
        }
    }
}

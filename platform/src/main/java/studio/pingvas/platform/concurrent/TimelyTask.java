package studio.pingvas.platform.concurrent;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * Runs a task when the most hurried of those who have asked for it needs it; one run serves all who
 * asked before it began. It never runs twice at once, and between two runs there is some time, so
 * that one serves more askers.
 */
public final class TimelyTask {
    private final Runnable task;
    private final long leastBetweenNanos;
    private final ScheduledThreadPoolExecutor thread;
    private long notBefore = System.nanoTime();
    private long due;
    private Future<?> next;

    /**
     * @param leastBetween the end of a run and the begin of the next
     */
    public TimelyTask(ThreadFactory threads, Runnable task, Duration leastBetween) {
        this.task = task;
        leastBetweenNanos = leastBetween.toNanos();
        // Whoever asks after the stop asks in vain.
        thread = new ScheduledThreadPoolExecutor(1, threads, new DiscardPolicy());
        // Whoever is in more of a hurry replaces the run of another.
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Sees to it that a run begins within that time, or as soon as one may. */
    public synchronized void runWithin(Duration delay) {
        long wanted = System.nanoTime() + delay.toNanos();
        if (next == null || wanted - due < 0) {
            schedule(wanted);
        }
    }

    private void schedule(long wanted) {
        if (next != null) {
            next.cancel(false);
        }
        due = wanted - notBefore < 0 ? notBefore : wanted;
        next = thread.schedule(this::run, due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** A run that has begun comes to its end; no other begins, even if it is asked for. */
    public void stop() {
        thread.shutdown();
    }

    private void run() {
        begin();
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // The executor would keep it to itself.
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, e);
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        next = null;
    }

    private synchronized void end() {
        notBefore = System.nanoTime() + leastBetweenNanos;
        // Asked for during the run.
        if (next != null && due - notBefore < 0) {
            schedule(due);
        }
    }
}

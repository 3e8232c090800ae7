package studio.pingvas.worker.queue;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import studio.pingvas.worker.job.StepReport;

/**
 * Steps on their way to whoever follows a job. Each waits a moment, and a newer one takes its
 * place; the last step of a job does not wait.
 */
final class WaitingSteps {
    private static final int MOST = 16;

    private final BlockingQueue<StepReport> waiting = new ArrayBlockingQueue<>(MOST);
    private final long holdNanos;

    WaitingSteps(Duration hold) {
        this.holdNanos = hold.toNanos();
    }

    /** Never waits: if nobody takes them, the oldest are dropped. */
    void add(StepReport report) {
        while (!waiting.offer(report)) {
            waiting.poll();
        }
    }

    StepReport next() throws InterruptedException {
        StepReport newest = waiting.take();
        long until = System.nanoTime() + holdNanos;
        while (newest.step() < newest.totalSteps()) {
            StepReport newer = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (newer == null) {
                return newest;
            }
            newest = newer;
        }
        return newest;
    }
}

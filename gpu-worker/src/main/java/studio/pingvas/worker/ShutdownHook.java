package studio.pingvas.worker;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.worker.queue.RequestConsumer;

/** On SIGTERM: the current job is finished, nothing new is taken, and the process ends with 0. */
final class ShutdownHook extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(5);
    private static final Duration STORING_LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 50;

    private final RequestConsumer consumer;
    private final Thread consuming;
    private final Duration jobLimit;

    /**
     * @param consuming the thread that runs the consumer
     * @param softLimit how long a job may take
     */
    ShutdownHook(RequestConsumer consumer, Thread consuming, Duration softLimit) {
        super("shutdown");
        this.consumer = consumer;
        this.consuming = consuming;
        this.jobLimit = softLimit.plus(STORING_LIMIT);
    }

    @Override
    public void run() {
        LOG.info("worker stopping busy={}", consumer.isBusy());
        consumer.stop();
        boolean ended = awaitEnd();
        LOG.info("worker stopped finished={}", ended);
        // A JVM that ends by a signal reports the signal, and a supervisor would see a failure.
        Runtime.getRuntime().halt(ended ? 0 : 1);
    }

    /** Without a job there is nothing to wait for, even if a lost broker blocks the consumer. */
    private boolean awaitEnd() {
        long start = System.nanoTime();
        while (consuming.isAlive()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            Duration limit = consumer.isBusy() ? jobLimit : IDLE_LIMIT;
            if (waited.compareTo(limit) > 0) {
                return !consumer.isBusy();
            }
            try {
                consuming.join(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return false;
            }
        }
        return true;
    }
}

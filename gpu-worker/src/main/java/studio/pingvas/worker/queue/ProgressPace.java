package studio.pingvas.worker.queue;

import java.util.function.LongSupplier;

/** Leaves out steps that follow each other faster than anybody can see. For one thread. */
final class ProgressPace {
    private static final long LEAST_NANOS = 5_000_000;

    private final LongSupplier nanoTime;
    private long lastTold;

    ProgressPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastTold = nanoTime.getAsLong() - LEAST_NANOS;
    }

    /** Whether the step is to be told; the last one always is. */
    boolean allows(int step, int totalSteps) {
        long now = nanoTime.getAsLong();
        if (step < totalSteps && now - lastTold < LEAST_NANOS) {
            return false;
        }
        lastTold = now;
        return true;
    }
}

package studio.pingvas.worker.metrics;

import java.util.concurrent.atomic.LongAdder;

/** How often something was done and how long all of it took. */
final class Timing {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(long duration) {
        count.increment();
        nanos.add(duration);
    }

    long count() {
        return count.sum();
    }

    double seconds() {
        return nanos.sum() / NANOS_PER_SECOND;
    }
}

package studio.pingvas.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again and again until something is so. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /**
     * @return false when it was not so in time, or the waiting thread was interrupted
     */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    /** Ends early, and leaves the mark on the thread, when it is interrupted. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package studio.pingvas.system.client;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until it is so, or fails with what it saw last. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    public static <T> T get(
            Duration limit, String what, Supplier<T> question, Predicate<T> satisfied) {
        long end = System.nanoTime() + limit.toNanos();
        T answer = question.get();
        while (!satisfied.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Waited " + limit.toSeconds() + " s for " + what + ", saw " + answer);
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

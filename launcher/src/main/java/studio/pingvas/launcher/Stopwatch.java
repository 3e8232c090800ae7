package studio.pingvas.launcher;

import java.util.Locale;
import java.util.function.Consumer;

/** Tells how many seconds each part took. */
final class Stopwatch {
    private static final double NANOS = 1e9;

    private final Consumer<String> report;

    Stopwatch(Consumer<String> report) {
        this.report = report;
    }

    void measure(String part, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / NANOS;
        report.accept(String.format(Locale.ROOT, "%-12s %6.1f s", part, seconds));
    }
}

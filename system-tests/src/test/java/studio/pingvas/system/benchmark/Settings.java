package studio.pingvas.system.benchmark;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the benchmark is run; {@code ./studio bench queue} says it by the environment.
 *
 * @param data folder of a platform that runs already; null for one of its own
 * @param port of its own
 * @param warmUp before the first measurement
 * @param length of each measurement
 * @param users who submit at the same time
 * @param backlog jobs that wait while submission and dispatch are measured once more; 0 for none
 * @param flames folder for flame graphs of each measurement; null for none
 */
record Settings(
        Path data,
        int port,
        Duration warmUp,
        Duration length,
        int users,
        int backlog,
        Path flames) {
    static Settings ofEnvironment() {
        return new Settings(
                folder("STUDIO_BENCH_DATA"),
                number("STUDIO_BENCH_PORT", 18080),
                Duration.ofSeconds(number("STUDIO_BENCH_WARM_UP", 40)),
                Duration.ofSeconds(number("STUDIO_BENCH_SECONDS", 10)),
                number("STUDIO_BENCH_USERS", 16),
                number("STUDIO_BENCH_BACKLOG", 1_000_000),
                folder("STUDIO_BENCH_FLAMES"));
    }

    private static Path folder(String name) {
        String value = System.getenv(name);
        return value == null ? null : Path.of(value);
    }

    private static int number(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}

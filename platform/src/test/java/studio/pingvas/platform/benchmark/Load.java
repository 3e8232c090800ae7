package studio.pingvas.platform.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Several users who do the same thing again and again, each waiting for the answer before the next.
 *
 * @param operations in all
 * @param length how long it took
 * @param client CPU time of this program
 * @param server CPU time of the server
 * @param latencies of each operation in nanoseconds, in order
 */
public record Load(
        int users,
        long operations,
        Duration length,
        Duration client,
        Duration server,
        long[] latencies) {
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    /**
     * @param user makes what the user of that number, from 0, does
     */
    public static Load of(
            int users, Duration length, IntFunction<Runnable> user, Supplier<Duration> serverCpu)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(users);
        try {
            List<Runnable> actions = new ArrayList<>();
            for (int number = 0; number < users; number++) {
                actions.add(user.apply(number));
            }
            during(threads, actions, WARM_UP);
            Duration clientBefore = clientCpu();
            Duration serverBefore = serverCpu.get();
            long begin = System.nanoTime();
            long[] latencies = during(threads, actions, length);
            return new Load(
                    users,
                    latencies.length,
                    Duration.ofNanos(System.nanoTime() - begin),
                    clientCpu().minus(clientBefore),
                    serverCpu.get().minus(serverBefore),
                    latencies);
        } finally {
            threads.shutdownNow();
        }
    }

    public static String header() {
        return "| what | users | operations/s | p50 ms | p99 ms | server CPU µs | client CPU µs |\n"
                + "|---|---|---|---|---|---|---|";
    }

    /** A line of the table; CPU is for one operation. */
    public String line(String what) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.2f | %.2f | %d | %d |",
                what,
                users,
                operations / (length.toNanos() / 1e9),
                percentile(50) / 1e6,
                percentile(99) / 1e6,
                server.toNanos() / 1_000 / operations,
                client.toNanos() / 1_000 / operations);
    }

    private long percentile(int percent) {
        return latencies[(int) ((latencies.length - 1L) * percent / 100)];
    }

    private static long[] during(ExecutorService threads, List<Runnable> actions, Duration length)
            throws Exception {
        long end = System.nanoTime() + length.toNanos();
        List<Future<long[]>> running = new ArrayList<>();
        for (Runnable action : actions) {
            running.add(threads.submit(() -> repeat(action, end)));
        }
        List<long[]> parts = new ArrayList<>();
        for (Future<long[]> part : running) {
            parts.add(part.get());
        }
        return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static long[] repeat(Runnable action, long end) {
        long[] latencies = new long[1_024];
        int count = 0;
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            action.run();
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count++] = System.nanoTime() - begin;
        }
        return Arrays.copyOf(latencies, count);
    }

    private static Duration clientCpu() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }
}

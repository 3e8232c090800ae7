package studio.pingvas.system.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.pingvas.launcher.Platform;

/**
 * What the platform has used up to a moment.
 *
 * @param cpuNanos by part, with all processes of the part; {@code client} is this program
 * @param transactions of the database, those that only read with them
 * @param commits of the database that have written
 */
record Cost(Map<String, Long> cpuNanos, long transactions, long commits, long nanoTime) {
    private static final String CLIENT = "client";
    private static final long NANOS_PER_TICK = 10_000_000;
    // Fields after the name in parentheses; see proc(5).
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int ENDED_USER_TIME = 13;
    private static final int ENDED_SYSTEM_TIME = 14;

    static Cost now(Platform platform, Truth truth) {
        Map<String, Long> cpu = new TreeMap<>();
        platform.processes().forEach((part, process) -> cpu.put(part, ofPart(process)));
        cpu.put(CLIENT, ofProcess(ProcessHandle.current().pid(), false));
        return new Cost(cpu, truth.transactions(), truth.commits(), System.nanoTime());
    }

    Cost since(Cost before) {
        Map<String, Long> used = new TreeMap<>();
        cpuNanos.forEach(
                (part, nanos) -> used.put(part, nanos - before.cpuNanos.getOrDefault(part, 0L)));
        return new Cost(
                used,
                transactions - before.transactions,
                commits - before.commits,
                nanoTime - before.nanoTime);
    }

    /** A line of the table; CPU, transactions and commits are for one operation. */
    String line(String what, int users, long operations) {
        long platform =
                cpuNanos.entrySet().stream()
                        .filter(part -> !part.getKey().equals(CLIENT))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %s | %.2f | %.2f |",
                what,
                users,
                operations / (nanoTime / 1e9),
                micros(platform, operations),
                split(operations),
                transactions / (double) operations,
                commits / (double) operations);
    }

    private String split(long operations) {
        return cpuNanos.entrySet().stream()
                .map(part -> part.getKey() + " %.0f".formatted(micros(part.getValue(), operations)))
                .collect(Collectors.joining(", "));
    }

    private static double micros(long nanos, long operations) {
        return nanos / 1e3 / operations;
    }

    private static long ofPart(ProcessHandle process) {
        return ofProcess(process.pid(), true)
                + process.descendants().mapToLong(child -> ofProcess(child.pid(), false)).sum();
    }

    private static long ofProcess(long pid, boolean withEnded) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            Stream<Integer> counted =
                    withEnded
                            ? Stream.of(USER_TIME, SYSTEM_TIME, ENDED_USER_TIME, ENDED_SYSTEM_TIME)
                            : Stream.of(USER_TIME, SYSTEM_TIME);
            return counted.mapToLong(field -> Long.parseLong(fields[field])).sum() * NANOS_PER_TICK;
        } catch (NoSuchFileException e) {
            // Ended meanwhile; its parent counts it.
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package studio.pingvas.contracts;

import java.time.Instant;

/**
 * @param task kebab-case name
 * @param startedAt null if it never ran
 * @param finishedAt null while it runs, or if its node died
 * @param succeeded false if it failed the last time
 * @param result one sentence about what was done, or what failed
 * @param node where it ran
 * @param nextDueAt when it will run again
 */
public record TaskRun(
        String task,
        Instant startedAt,
        Instant finishedAt,
        boolean succeeded,
        String result,
        String node,
        Instant nextDueAt) {}

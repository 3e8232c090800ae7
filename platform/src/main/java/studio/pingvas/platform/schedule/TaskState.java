package studio.pingvas.platform.schedule;

import java.time.Instant;

/**
 * What is known of a task. Times are of the database.
 *
 * @param startedAt null if it never ran
 * @param finishedAt null while it runs, or if its node died
 * @param succeeded how the last finished run ended
 * @param result of the last run, or null
 * @param node where it ran, or null
 */
public record TaskState(
        String name,
        Instant startedAt,
        Instant finishedAt,
        boolean succeeded,
        String result,
        String node,
        Instant nextDueAt) {}

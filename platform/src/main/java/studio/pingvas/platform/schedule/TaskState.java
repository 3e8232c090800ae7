package studio.pingvas.platform.schedule;

import java.time.Instant;

/** A row of the table. */
record TaskState(
        String name,
        Instant startedAt,
        Instant finishedAt,
        boolean succeeded,
        String result,
        String node,
        Instant nextDueAt) {}

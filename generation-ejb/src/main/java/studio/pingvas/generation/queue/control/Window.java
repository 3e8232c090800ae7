package studio.pingvas.generation.queue.control;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * What is dispatched and not started.
 *
 * @param jobs how many
 * @param serial number of the dispatch of the oldest of them
 * @param oldest of them, or null
 * @param now time of the database
 */
record Window(int jobs, long serial, UUID oldest, Instant now) {
    static final String QUERY =
            "select count(*), coalesce(min(dispatch_serial), 0),"
                    + " (array_agg(id order by dispatch_serial))[1], cast(now() as timestamptz)"
                    + " from job where status = 'DISPATCHED' and outcome is null";

    static Window of(Object[] row) {
        return new Window(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).longValue(),
                (UUID) row[2],
                ((Timestamp) row[3]).toInstant());
    }

    /**
     * How many jobs were dispatched after the oldest and have gone before it. None of the others
     * has more.
     *
     * @param dispatches number of the newest dispatch
     */
    long overtakers(long dispatches) {
        return jobs == 0 ? 0 : dispatches - serial - (jobs - 1);
    }
}

package studio.pingvas.contracts.generation;

import java.time.Instant;

/**
 * A change of one of the user's jobs.
 *
 * @param seq number of the event, rising for each user; events that only the story of a job tells
 *     have numbers too
 * @param type for example {@code queued}, {@code started}, {@code completed}
 * @param job as it is now, not as it was then
 */
public record JobEventView(long seq, String type, Instant at, JobView job) {}

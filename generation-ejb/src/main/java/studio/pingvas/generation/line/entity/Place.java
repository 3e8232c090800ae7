package studio.pingvas.generation.line.entity;

import java.time.Instant;

/**
 * That a job was given a place in the line.
 *
 * @param seq number of the event that tells it
 * @param at the time of the database
 * @param before the user's line without the job
 */
public record Place(long seq, Instant at, OwnLine before) {}

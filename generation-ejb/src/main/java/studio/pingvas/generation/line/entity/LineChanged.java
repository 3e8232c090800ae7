package studio.pingvas.generation.line.entity;

/**
 * What a change has made of the line of a user.
 *
 * @param seq number of the event that tells of it
 * @param ready whether a job of the user may be dispatched now
 */
public record LineChanged(long seq, boolean ready) {}

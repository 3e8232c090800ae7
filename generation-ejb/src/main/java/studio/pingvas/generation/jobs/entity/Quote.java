package studio.pingvas.generation.jobs.entity;

/**
 * What a job costs at most, and how long its model says it takes on the reference GPU.
 *
 * @param credits one credit is 0.1 second of the reference GPU
 * @param seconds predicted, of all pictures together
 */
public record Quote(long credits, double seconds) {}

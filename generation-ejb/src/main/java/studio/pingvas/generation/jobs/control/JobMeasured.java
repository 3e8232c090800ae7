package studio.pingvas.generation.jobs.control;

/**
 * A worker has completed a job.
 *
 * @param seconds that it took there
 */
public record JobMeasured(double seconds) {}

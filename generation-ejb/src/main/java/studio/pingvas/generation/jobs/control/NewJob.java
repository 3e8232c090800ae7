package studio.pingvas.generation.jobs.control;

import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.line.control.LineState;

/**
 * A job that is to get a place in the line.
 *
 * @param hasNewId whether its id was made just now, so that it cannot be there already
 * @param maxWaiting jobs of its user
 * @param state of the line, from which its owner is told a place and a time
 */
public record NewJob(GenerationJob job, boolean hasNewId, int maxWaiting, LineState state) {}

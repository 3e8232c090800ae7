package studio.pingvas.generation.jobs.control;

import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.line.control.LineState;
import studio.pingvas.generation.line.entity.Arrival;

/**
 * A job that is to get a place in the line.
 *
 * @param hasNewId whether its id was made just now, so that it cannot be there already
 * @param maxWaiting jobs of its user
 * @param state of the line, from which its owner is told a place and a time
 */
public record NewJob(GenerationJob job, boolean hasNewId, int maxWaiting, LineState state) {
    Arrival arrival() {
        return new Arrival(
                job.userId(),
                job.terms().tier(),
                job.terms().maxRunning(),
                job.terms().waiting(),
                maxWaiting);
    }

    /** The same once more: nobody knows whether it was added before. */
    NewJob again() {
        return new NewJob(job, false, maxWaiting, state);
    }
}

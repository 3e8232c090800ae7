package studio.pingvas.generation.queue.control;

import java.util.List;
import java.util.UUID;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/**
 * What was taken out of the line.
 *
 * @param jobs to be sent, in this order
 * @param windowFull whether others may have to wait until a worker takes one of them
 * @param overtaken the job that keeps the window closed, or null
 */
public record Taken(List<GenerationJob> jobs, boolean windowFull, UUID overtaken) {
    static Taken of(List<GenerationJob> jobs, int room) {
        return new Taken(jobs, jobs.size() >= room, null);
    }

    static Taken closedBy(UUID overtaken) {
        return new Taken(List.of(), true, overtaken);
    }
}

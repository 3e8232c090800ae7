package studio.pingvas.generation.queue.control;

import java.util.List;
import java.util.UUID;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/**
 * What was taken out of the line.
 *
 * @param jobs to be sent, in this order
 * @param overtaken the job that keeps the window closed, or null
 */
public record Taken(List<GenerationJob> jobs, UUID overtaken) {
    static final Taken NOTHING = new Taken(List.of(), null);
}

package studio.pingvas.generation.jobs.control;

import java.util.UUID;
import studio.pingvas.contracts.generation.message.GenerationFinished;

/**
 * A worker has completed a job.
 *
 * @param seconds that it took there
 * @param recipe of the first picture, a JSON document
 */
public record JobMeasured(UUID jobId, double seconds, String recipe) {
    static JobMeasured of(GenerationFinished result) {
        return new JobMeasured(result.jobId(), result.seconds(), result.images().get(0).recipe());
    }
}

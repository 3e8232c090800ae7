package studio.pingvas.web.rest.generation;

import java.util.UUID;
import studio.pingvas.contracts.generation.JobView;

/**
 * What became of a submission.
 *
 * @param estimatedSeconds absent while it is paused
 * @param paused whether it waits for its tier to go on
 */
public record Accepted(
        UUID jobId,
        String status,
        long estimatedCredits,
        Double estimatedSeconds,
        Double estimatedSecondsP90,
        Integer position,
        Integer peopleAhead,
        boolean paused,
        long seed,
        UUID queueId) {
    static Accepted of(JobView job) {
        return new Accepted(
                job.jobId(),
                JobDocument.nameOf(job.status()),
                job.estimatedCredits(),
                job.estimatedSeconds(),
                job.estimatedSecondsP90(),
                job.position(),
                job.peopleAhead(),
                job.paused(),
                job.seed(),
                job.queueId());
    }
}

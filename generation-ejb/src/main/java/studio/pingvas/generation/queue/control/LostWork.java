package studio.pingvas.generation.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.generation.jobs.control.JobEnding;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/** Finds jobs whose message or worker was lost, and jobs that run for too long. */
@ApplicationScoped
public class LostWork {
    static final int HARD_LIMIT_SECONDS = 180;
    private static final int NOT_STARTED_SECONDS = 30;
    private static final int RUNNING_SECONDS = 5;
    private static final int BATCH = 50;

    @Inject DispatchLine line;
    @Inject JmsGenerationQueue queue;
    @Inject JobEnding ending;

    private volatile Set<UUID> missingBefore = Set.of();

    /**
     * A job that was sent, is not started and is not in the broker any more is sent anew. Missing
     * once is not enough: a worker may have taken the message a moment ago, and its report of the
     * start is still on the way.
     */
    public void requeueLostMessages() {
        Set<UUID> missing = new HashSet<>();
        for (GenerationJob job : line.notStarted(NOT_STARTED_SECONDS, BATCH)) {
            if (queue.isWaiting(job.id())) {
                continue;
            }
            if (missingBefore.contains(job.id())) {
                line.requeue(job);
            } else {
                missing.add(job.id());
            }
        }
        missingBefore = missing;
    }

    /** A job that runs while its message waits again has lost its worker. */
    public void noticeLostWorkers() {
        for (GenerationJob job : line.running(RUNNING_SECONDS, BATCH)) {
            if (queue.isWaiting(job.id())) {
                line.workerLost(job);
            }
        }
    }

    public void endOverlongJobs() {
        for (GenerationJob job : line.running(HARD_LIMIT_SECONDS, BATCH)) {
            endOverlong(job.id());
        }
    }

    private void endOverlong(UUID jobId) {
        ending.fail(
                jobId,
                "time-limit",
                "The job took longer than " + HARD_LIMIT_SECONDS + " seconds and was stopped.");
    }
}

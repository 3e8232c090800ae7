package studio.pingvas.generation.jobs.boundary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.generation.jobs.control.JobEnding;
import studio.pingvas.generation.jobs.control.JobTransitions;
import studio.pingvas.generation.jobs.control.StrayHolds;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.platform.schedule.LoggedTimeout;

/**
 * Finishes what a crash cut in half. Runs on every node: each step is idempotent, so nodes that
 * meet at the same job do no harm.
 */
@Singleton
@Interceptors(LoggedTimeout.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UnfinishedJobTimer {
    private static final int OUTCOME_AGE_SECONDS = 10;
    private static final int BATCH = 100;

    @Inject JobTransitions transitions;
    @Inject JobEnding ending;
    @Inject StrayHolds holds;

    /** A completion is repeated by its message; a failure or cancellation has nobody else. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void endWhatWasDecided() {
        for (GenerationJob job : transitions.cutInHalf(OUTCOME_AGE_SECONDS, BATCH)) {
            if (job.outcome() != JobStatus.COMPLETED) {
                ending.giveBack(job);
            }
        }
    }

    /** A hold whose job was never written, or has ended without it, goes back to its owner. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void releaseHoldsWithoutJob() {
        holds.sweep();
    }
}

package studio.pingvas.generation.steering;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.CancelledJobs;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.QueueControl;
import studio.pingvas.contracts.generation.RetriedJobs;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.control.JobViews;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;

/** Calls other modules, therefore it holds no transaction of its own: every step has one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaQueueControl implements QueueControl {
    private static final List<JobStatus> WAITING = List.of(JobStatus.QUEUED, JobStatus.DISPATCHED);
    @Inject JobStore store;
    @Inject MassCancellation cancellation;
    @Inject Retries retries;
    @Inject JobViews views;

    @Override
    public CancelledJobs clear(UUID userId) {
        return cancellation.cancel(userId, WAITING, null);
    }

    @Override
    public CancelledJobs cancelAllExceptCurrent(UUID userId, UUID current) {
        UUID kept = current == null ? longestRunning(userId) : require(userId, current).id();
        return cancellation.cancel(userId, JobStatus.LIVE, kept);
    }

    @Override
    public JobView retry(UUID userId, UUID jobId, SpendLimit spendLimit) {
        return views.of(retries.retry(require(userId, jobId), spendLimit));
    }

    @Override
    public RetriedJobs retryFailed(UUID userId, SpendLimit spendLimit) {
        return retries.retryFailed(userId, spendLimit);
    }

    private UUID longestRunning(UUID userId) {
        return store.longestRunning(userId).map(GenerationJob::id).orElse(null);
    }

    private GenerationJob require(UUID userId, UUID jobId) {
        return store.findOf(userId, jobId).orElseThrow(() -> new NotFoundException("Job"));
    }
}

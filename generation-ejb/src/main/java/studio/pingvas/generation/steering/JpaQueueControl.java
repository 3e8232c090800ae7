package studio.pingvas.generation.steering;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.CancelledJobs;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.QueueControl;
import studio.pingvas.contracts.generation.RetriedJobs;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.control.JobViews;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.queue.control.OwnOrder;

/** Calls other modules, therefore it holds no transaction of its own: every step has one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaQueueControl implements QueueControl {
    private static final List<JobStatus> WAITING = List.of(JobStatus.QUEUED, JobStatus.DISPATCHED);
    private static final int MOST_MOVED = 100;

    @Inject JobStore store;
    @Inject OwnOrder order;
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

    @Override
    public List<UUID> moveToFront(UUID userId, List<UUID> jobIds) {
        if (jobIds == null || jobIds.isEmpty() || jobIds.size() > MOST_MOVED) {
            throw new InvalidRequestException("/job_ids", "{0} to {1} jobs.", 1, MOST_MOVED);
        }
        if (jobIds.stream().anyMatch(Objects::isNull)) {
            throw new InvalidRequestException("/job_ids", "Each is the id of a job.");
        }
        return order.moveToFront(userId, jobIds, Actor.user(userId));
    }

    private UUID longestRunning(UUID userId) {
        return store.longestRunning(userId).map(GenerationJob::id).orElse(null);
    }

    private GenerationJob require(UUID userId, UUID jobId) {
        return store.findOf(userId, jobId).orElseThrow(() -> new NotFoundException("Job"));
    }
}

package studio.pingvas.generation.queue.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.jobs.control.JobHistory;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.jobs.entity.JobStatus;

/** Takes jobs out of the line and puts lost ones back; each call in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DispatchLine {
    // Any constant serves, as long as nothing else in this database uses it for an advisory lock.
    private static final long DISPATCH_LOCK = 0x50494E47_56415301L;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject DispatchOrder order;
    @Inject JobHistory history;
    @Inject DatabaseClock clock;

    /**
     * Takes the next job, unless as many jobs as the window is wide are dispatched and not started.
     */
    public Optional<GenerationJob> takeNext(int window) {
        // Nodes that looked at the window at the same time would both find it open.
        entities.createNativeQuery("select pg_advisory_xact_lock(?1)")
                .setParameter(1, DISPATCH_LOCK)
                .getSingleResult();
        if (dispatchedJobs() >= window) {
            return Optional.empty();
        }
        return order.next()
                .map(id -> entities.find(GenerationJob.class, id))
                .map(
                        job -> {
                            Instant now = clock.now();
                            job.dispatch(now);
                            history.record(
                                    job,
                                    JobEventType.DISPATCHED,
                                    Actor.SYSTEM,
                                    "dispatch " + job.dispatchNumber(),
                                    now);
                            return job;
                        });
    }

    public void sent(UUID jobId) {
        GenerationJob job = lock(jobId);
        if (job != null && job.status() == JobStatus.DISPATCHED) {
            job.sent(clock.now());
        }
    }

    /** Dispatched jobs whose sending was not noted: they are sent again. */
    public List<GenerationJob> unsent(int olderThanSeconds, int limit) {
        return entities.createQuery(
                        "select j from GenerationJob j where j.status = :dispatched"
                                + " and j.outcome is null and j.delivery.sentAt is null"
                                + " and j.delivery.dispatchedAt < :before",
                        GenerationJob.class)
                .setParameter("dispatched", JobStatus.DISPATCHED)
                .setParameter("before", clock.now().minusSeconds(olderThanSeconds))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Jobs that were sent that long ago and that nobody has started. */
    public List<GenerationJob> notStarted(int olderThanSeconds, int limit) {
        return entities.createQuery(
                        "select j from GenerationJob j where j.status = :dispatched"
                                + " and j.outcome is null and j.delivery.sentAt < :before",
                        GenerationJob.class)
                .setParameter("dispatched", JobStatus.DISPATCHED)
                .setParameter("before", clock.now().minusSeconds(olderThanSeconds))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Jobs that run longer than that. */
    public List<GenerationJob> running(int longerThanSeconds, int limit) {
        return entities.createQuery(
                        "select j from GenerationJob j where j.status = :running"
                                + " and j.outcome is null and j.delivery.startedAt < :before",
                        GenerationJob.class)
                .setParameter("running", JobStatus.RUNNING)
                .setParameter("before", clock.now().minusSeconds(longerThanSeconds))
                .setMaxResults(limit)
                .getResultList();
    }

    /** The message is gone: the job waits again, and its next dispatch has a new number. */
    public void requeue(GenerationJob seen) {
        GenerationJob job = lock(seen.id());
        if (unchanged(seen, job)) {
            Instant now = clock.now();
            job.requeue();
            history.record(job, JobEventType.QUEUED, Actor.SYSTEM, "message lost", now);
        }
    }

    /** The broker has taken the message back from a dead worker; nobody else has it yet. */
    public void workerLost(GenerationJob seen) {
        GenerationJob job = lock(seen.id());
        if (unchanged(seen, job)) {
            Instant now = clock.now();
            job.awaitRedelivery();
            history.record(job, JobEventType.QUEUED, Actor.SYSTEM, "worker lost", now);
        }
    }

    private static boolean unchanged(GenerationJob seen, GenerationJob now) {
        return now != null
                && now.status() == seen.status()
                && now.outcome() == null
                && now.dispatchNumber() == seen.dispatchNumber()
                && now.attempts() == seen.attempts();
    }

    private long dispatchedJobs() {
        return entities.createQuery(
                        "select count(j) from GenerationJob j where j.status = :dispatched"
                                + " and j.outcome is null",
                        Long.class)
                .setParameter("dispatched", JobStatus.DISPATCHED)
                .getSingleResult();
    }

    private GenerationJob lock(UUID jobId) {
        return entities.find(GenerationJob.class, jobId, LockModeType.PESSIMISTIC_WRITE);
    }
}

package studio.pingvas.generation.jobs.control;

import static java.util.Comparator.comparing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.line.control.UserLines;
import studio.pingvas.generation.line.entity.LineShare;

/** Moves jobs from state to state, each call in a transaction of its own under the row's lock. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobTransitions {
    /** Workers take no jobs while a fault lasts, so a job that is sent so often is the fault. */
    static final int MOST_DISPATCHES = 20;

    // The order matters: who locks many rows takes them as everybody does.
    private static final String CANCELLABLE =
            "select * from job where user_id = ?1 and outcome is null and created_at <= ?2"
                    + " and id <> ?3 and %s order by created_at, id limit ?4 for update";
    private static final String CANCELLABLE_OF_BATCH =
            "select j from GenerationJob j where j.userId = :user and j.origin.batchId = :batch and"
                    + " j.status in :statuses and j.decision.outcome is null order by j.createdAt,"
                    + " j.id";
    // There are next to none; but for the order, the database would expect most jobs to be such.
    private static final String CUT_IN_HALF =
            "select * from job where outcome is not null and status <> outcome"
                    + " and outcome_at < ?1 order by outcome_at limit ?2";
    private static final UUID NO_JOB = new UUID(0, 0);

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject JobHistory history;
    @Inject UserLines lines;
    @Inject DatabaseClock clock;

    /**
     * Notes what workers have begun and decides what they have completed, in this order. Reports of
     * older attempts and of jobs that end otherwise change nothing.
     *
     * @return the jobs that are completed by a report
     * @throws InvalidResultException if pictures are not those that were asked for
     */
    public Map<UUID, GenerationJob> takeAll(List<WorkerReport> reports) {
        Map<UUID, GenerationJob> jobs =
                new JobRows(entities)
                        .lockAll(
                                reports.stream()
                                        .map(WorkerReport::jobId)
                                        .collect(Collectors.toSet()));
        Instant now = clock.now();
        Map<UUID, GenerationJob> completed = new LinkedHashMap<>();
        List<WorkerReport> known =
                reports.stream()
                        .filter(report -> jobs.containsKey(report.jobId()))
                        .sorted(comparing(report -> jobs.get(report.jobId()).userId()))
                        .toList();
        for (WorkerReport report : known) {
            GenerationJob job = jobs.get(report.jobId());
            if (take(job, report, now)) {
                completed.put(job.id(), job);
            }
        }
        return completed;
    }

    /** Whether the report completes the job. */
    private boolean take(GenerationJob job, WorkerReport report, Instant now) {
        if (report.result() != null) {
            return decideCompleted(job, report, now);
        }
        if (job.follows(report.attempt()) && !job.delivery().hasStarted(report.attempt())) {
            noteLostWorker(job, now);
            job.startOn(report.worker(), report.attempt(), now);
            noteStart(job, Actor.worker(report.worker()), now);
        }
        return false;
    }

    private boolean decideCompleted(GenerationJob job, WorkerReport report, Instant now) {
        if (job.outcome() == JobStatus.COMPLETED) {
            return job.delivery().hasStarted(report.attempt());
        }
        if (!job.follows(report.attempt())) {
            return false;
        }
        if (!job.imageIds().equals(report.imageIds())) {
            throw new InvalidResultException("Job " + job.id() + " asked for other pictures.");
        }
        boolean starts = !job.delivery().hasStarted(report.attempt());
        if (!starts && job.status() != JobStatus.RUNNING) {
            // The attempt was given back: another one will follow.
            return false;
        }
        Actor worker = Actor.worker(report.worker());
        if (starts) {
            noteLostWorker(job, now);
            job.startOn(report.worker(), report.attempt(), now);
            job.decide(JobStatus.COMPLETED, worker, now);
            // Counts the decision as well, with one statement for both.
            noteStart(job, worker, now);
        } else {
            decide(job, JobStatus.COMPLETED, worker, now);
        }
        job.delivery().madeOn(report.result().device());
        return true;
    }

    /**
     * Puts the job back into the line: what its worker lacked was no fault of the job.
     *
     * @return the job if it was sent so often that it fails, otherwise nothing
     */
    public Optional<GenerationJob> postpone(
            UUID jobId, Attempt attempt, String worker, String reason) {
        GenerationJob job = lock(jobId);
        if (job == null || !job.follows(attempt) || job.status() == JobStatus.QUEUED) {
            return Optional.empty();
        }
        if (job.delivery().dispatchNumber() >= MOST_DISPATCHES) {
            return decideFailed(
                    job,
                    Actor.SYSTEM,
                    "attempts-exhausted",
                    "The job was tried many times and could not be finished. Your credits are"
                            + " back.");
        }
        Instant now = clock.now();
        job.postpone(attempt);
        history.record(job, JobEventType.QUEUED, Actor.worker(worker), reason, now);
        return Optional.empty();
    }

    /** Decides that the job fails, if the attempt is the one that counts. */
    public Optional<GenerationJob> decideFailed(
            UUID jobId, Attempt attempt, String worker, String code, String message) {
        GenerationJob job = lock(jobId);
        if (job == null || job.outcome() == null && !job.follows(attempt)) {
            return Optional.empty();
        }
        return decideFailed(job, Actor.worker(worker), code, message);
    }

    /** Decides that the job fails, whatever attempt is under way. */
    public Optional<GenerationJob> decideFailed(UUID jobId, String code, String message) {
        GenerationJob job = lock(jobId);
        return job == null ? Optional.empty() : decideFailed(job, Actor.SYSTEM, code, message);
    }

    /**
     * Decides that the job is cancelled.
     *
     * @return the job; its outcome tells whether it came too late. Nothing if it is erased
     */
    public Optional<GenerationJob> decideCancelled(UUID jobId, Actor actor) {
        Optional<GenerationJob> job = Optional.ofNullable(lock(jobId));
        job.ifPresent(present -> decide(present, JobStatus.CANCELLED, actor, clock.now()));
        return job;
    }

    /**
     * Decides that the oldest of a user's jobs are cancelled.
     *
     * @param statuses of those that are meant
     * @param except a job that is left alone, or null
     * @param until when they were accepted at the latest
     */
    public List<GenerationJob> decideCancelled(
            UUID userId, List<JobStatus> statuses, UUID except, Instant until, int limit) {
        List<GenerationJob> jobs =
                new JobRows(entities)
                        .lock(
                                CANCELLABLE.formatted(JobRows.haveStatus(statuses)),
                                userId,
                                until,
                                except == null ? NO_JOB : except,
                                limit);
        return decideCancelled(userId, jobs);
    }

    /** Decides that jobs of a user's batch are cancelled; those that are decided are left out. */
    public List<GenerationJob> decideBatchCancelled(UUID userId, UUID batchId, int limit) {
        return decideCancelled(
                userId,
                entities.createQuery(CANCELLABLE_OF_BATCH, GenerationJob.class)
                        .setParameter("user", userId)
                        .setParameter("batch", batchId)
                        .setParameter("statuses", JobStatus.LIVE)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .setMaxResults(limit)
                        .getResultList());
    }

    private List<GenerationJob> decideCancelled(UUID userId, List<GenerationJob> jobs) {
        Instant now = clock.now();
        jobs.forEach(job -> job.decide(JobStatus.CANCELLED, Actor.user(userId), now));
        lines.count(
                userId,
                jobs.stream()
                        .map(GenerationJob::takeLineChange)
                        .reduce(LineShare.NOTHING, LineShare::plus));
        return jobs;
    }

    /**
     * Makes the end of jobs visible that are not charged.
     *
     * @param refunded credits that went back of each
     */
    public void endAll(Map<UUID, Long> refunded) {
        endAll(refunded.keySet(), jobId -> 0L, refunded::get);
    }

    /**
     * Makes the end of completed jobs visible.
     *
     * @param used credits that each was charged
     */
    public void completeAll(Map<UUID, Long> used) {
        endAll(used.keySet(), used::get, jobId -> 0L);
    }

    /** Makes a decided outcome visible; repeated, or of an erased job, it does nothing. */
    public void end(UUID jobId, long creditsUsed, long creditsRefunded) {
        endAll(Set.of(jobId), id -> creditsUsed, id -> creditsRefunded);
    }

    private void endAll(
            Set<UUID> jobIds, Function<UUID, Long> used, Function<UUID, Long> refunded) {
        // All rows before the first line of a user: see UserLines.
        Map<UUID, GenerationJob> jobs = new JobRows(entities).lockAll(jobIds);
        Instant now = clock.now();
        for (GenerationJob job : byUser(jobs.values())) {
            if (job.end(used.apply(job.id()), refunded.apply(job.id()), now)) {
                history.record(
                        job, JobEventType.of(job.status()), job.decidedBy(), reasonOf(job), now);
            }
        }
    }

    /** Jobs whose outcome was decided a while ago, but not followed by money and status. */
    public List<GenerationJob> cutInHalf(int olderThanSeconds, int limit) {
        return new JobRows(entities)
                .select(CUT_IN_HALF, clock.now().minusSeconds(olderThanSeconds), limit);
    }

    private Optional<GenerationJob> decideFailed(
            GenerationJob job, Actor actor, String code, String message) {
        boolean first = job.outcome() == null;
        if (!decide(job, JobStatus.FAILED, actor, clock.now())) {
            return Optional.empty();
        }
        if (first) {
            job.explainFailure(code, message);
        }
        return Optional.of(job);
    }

    private boolean decide(GenerationJob job, JobStatus outcome, Actor actor, Instant now) {
        boolean holds = job.decide(outcome, actor, now);
        lines.count(job.userId(), job.takeLineChange());
        return holds;
    }

    /** Before a start: the job was at another worker. */
    private void noteLostWorker(GenerationJob job, Instant now) {
        if (job.status() == JobStatus.RUNNING) {
            history.record(job, JobEventType.QUEUED, Actor.SYSTEM, "worker lost", now);
        }
    }

    private void noteStart(GenerationJob job, Actor worker, Instant now) {
        history.record(
                job, JobEventType.STARTED, worker, "attempt " + job.delivery().attempts(), now);
    }

    /** In the order in which the lines of users are locked: see UserLines. */
    private static List<GenerationJob> byUser(Collection<GenerationJob> jobs) {
        return jobs.stream().sorted(comparing(GenerationJob::userId)).toList();
    }

    private GenerationJob lock(UUID jobId) {
        return entities.find(GenerationJob.class, jobId, LockModeType.PESSIMISTIC_WRITE);
    }

    private static String reasonOf(GenerationJob job) {
        return job.ending().errorCode() == null ? "done" : job.ending().errorCode();
    }
}

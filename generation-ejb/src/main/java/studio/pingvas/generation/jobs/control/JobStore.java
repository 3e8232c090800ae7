package studio.pingvas.generation.jobs.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEvent;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.line.control.LineState;
import studio.pingvas.generation.line.control.UserLines;
import studio.pingvas.generation.line.entity.Place;
import studio.pingvas.platform.database.ArrayText;
import studio.pingvas.platform.database.Keyset;

/** Adds jobs and finds them; each call in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobStore {
    // Materialized: else another index may be read from end to end, that of all jobs of the user.
    private static final String ALL_OF_USER =
            "with named as materialized ("
                    + "select * from job where id = any (cast(?1 as uuid[])))"
                    + " select * from named where user_id = ?2";
    private static final String OF_USER = "select * from job where user_id = ?1 and ";
    private static final String FAILED_SINCE =
            OF_USER
                    + "status = 'FAILED' and finished_at >= ?2 and not exists ("
                    + "select from job again where again.retry_of = job.id)"
                    + " order by created_at, id limit ?3";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject JobHistory history;
    @Inject UserLines lines;
    @Inject NewJobForecast forecast;

    /**
     * Adds a job to the line, unless it is there already: one of that id, or one that does the same
     * ended job again.
     *
     * @return the job that is there, new or old
     * @throws QueueFullException if the user has too many jobs waiting
     * @throws NotFoundException if the account of the user is deleted
     */
    public Submitted add(NewJob wanted) {
        Optional<Place> place = lines.accept(wanted.arrival());
        if (place.isPresent()) {
            return enter(wanted, place.get());
        }
        Optional<GenerationJob> earlier = sameAs(wanted);
        if (earlier.isPresent()) {
            return new Submitted(earlier.get(), null);
        }
        requireNotErased(wanted.job().userId());
        throw new QueueFullException(wanted.maxWaiting());
    }

    /**
     * Adds jobs of several users as far as that is possible at once.
     *
     * @param wanted one for each user, in the order of the users
     * @return what {@link #add} would by user; missing are those whose line is just being changed
     *     by somebody else, and those that add would refuse
     */
    public Map<UUID, Submitted> addFree(List<NewJob> wanted) {
        Map<UUID, Place> places = lines.acceptFree(wanted.stream().map(NewJob::arrival).toList());
        Map<UUID, Submitted> added = new HashMap<>();
        for (NewJob each : wanted) {
            UUID userId = each.job().userId();
            if (places.containsKey(userId)) {
                added.put(userId, enter(each, places.get(userId)));
            }
        }
        return added;
    }

    private Submitted enter(NewJob wanted, Place place) {
        GenerationJob job = wanted.job();
        // Only now: the place is locked, so nobody else adds this job meanwhile.
        Optional<GenerationJob> earlier = sameAs(wanted);
        if (earlier.isPresent()) {
            lines.takeBack(job.userId(), wanted.arrival().share());
            return new Submitted(earlier.get(), null);
        }
        Outlook outlook = outlookOf(job, wanted.state(), place);
        job.tell(outlook.eta(), outlook.ahead().position(), outlook.ahead().people());
        job.enqueue(place);
        entities.persist(job);
        history.recordAcceptance(job, place);
        return new Submitted(job, outlook);
    }

    private Outlook outlookOf(GenerationJob job, LineState state, Place place) {
        return forecast.of(
                state,
                place.before(),
                job.userId(),
                job.terms().tier(),
                job.asked().picture().model(),
                job.terms().quote());
    }

    private Optional<GenerationJob> sameAs(NewJob wanted) {
        GenerationJob job = wanted.job();
        Optional<GenerationJob> sameId = wanted.hasNewId() ? Optional.empty() : find(job.id());
        return sameId.or(() -> Optional.ofNullable(job.origin().retryOf()).flatMap(this::retryOf));
    }

    public Optional<GenerationJob> find(UUID jobId) {
        return Optional.ofNullable(entities.find(GenerationJob.class, jobId));
    }

    /** One question; those of other users are missing. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Map<UUID, GenerationJob> findAllOf(UUID userId, Set<UUID> jobIds) {
        return new JobRows(entities)
                .select(ALL_OF_USER, ArrayText.of(jobIds), userId).stream()
                        .collect(Collectors.toMap(GenerationJob::id, Function.identity()));
    }

    public Optional<GenerationJob> findOf(UUID userId, UUID jobId) {
        return find(jobId).filter(job -> job.userId().equals(userId));
    }

    /** Newest first; status and position may be null. */
    public List<GenerationJob> list(
            UUID userId, List<JobStatus> statuses, Keyset after, int limit) {
        String sql = OF_USER + JobRows.haveStatus(statuses);
        String order = " order by created_at desc, id desc limit ?2";
        JobRows rows = new JobRows(entities);
        return after == null
                ? rows.select(sql + order, userId, limit)
                : rows.select(
                        sql + " and created_at <= ?3 and (created_at < ?3 or id < ?4)" + order,
                        userId,
                        limit,
                        after.at(),
                        after.id());
    }

    /** Oldest first. */
    public List<GenerationJob> live(UUID userId, int limit) {
        return new JobRows(entities)
                .select(
                        OF_USER
                                + JobRows.haveStatus(JobStatus.LIVE)
                                + " order by created_at, id limit ?2",
                        userId,
                        limit);
    }

    /** The job that does this one again. */
    public Optional<GenerationJob> retryOf(UUID jobId) {
        return entities.createQuery(
                        "select j from GenerationJob j where j.origin.retryOf = :job",
                        GenerationJob.class)
                .setParameter("job", jobId)
                .getResultStream()
                .findFirst();
    }

    /** Jobs of the user that failed since then and were not tried again, oldest first. */
    public List<GenerationJob> failedSince(UUID userId, Instant since, int limit) {
        return new JobRows(entities).select(FAILED_SINCE, userId, since, limit);
    }

    /** Which of these jobs are there and have not ended. */
    public Set<UUID> liveAmong(List<UUID> jobIds) {
        @SuppressWarnings("unchecked")
        List<UUID> live =
                entities.createNativeQuery(
                                "with named as materialized (select id, status from job"
                                        + " where id = any (cast(?1 as uuid[])))"
                                        + " select id from named where "
                                        + JobRows.haveStatus(JobStatus.LIVE))
                        .setParameter(1, ArrayText.of(jobIds))
                        .getResultList();
        return Set.copyOf(live);
    }

    /** The job of the user that a worker has been at for longest. */
    public Optional<GenerationJob> longestRunning(UUID userId) {
        return new JobRows(entities)
                        .select(
                                OF_USER + "status = 'RUNNING' order by started_at, id limit 1",
                                userId)
                        .stream()
                        .findFirst();
    }

    /** What owners are told of, oldest first. One question, without a transaction around it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<JobEvent> eventsAfter(UUID userId, long seq, int limit) {
        return entities.createQuery(
                        "select e from JobEvent e where e.userId = :user and e.seq > :seq"
                                + " and e.type in :told order by e.seq",
                        JobEvent.class)
                .setParameter("told", JobEventType.keysOfTold())
                .setParameter("user", userId)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList();
    }

    public List<JobEvent> eventsOfJobAfter(UUID jobId, long seq, int limit) {
        return entities.createQuery(
                        "select e from JobEvent e where e.jobId = :job and e.seq > :seq"
                                + " and e.type in :told order by e.seq",
                        JobEvent.class)
                .setParameter("told", JobEventType.keysOfTold())
                .setParameter("job", jobId)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList();
    }

    public long lastSeq(UUID userId) {
        return entities.createQuery(
                        "select coalesce(max(e.seq), 0) from JobEvent e where e.userId = :user",
                        Long.class)
                .setParameter("user", userId)
                .getSingleResult();
    }

    /** Jobs waiting in the line, not yet sent. */
    public long waitingJobs(UUID userId) {
        return lines.waiting(userId);
    }

    /**
     * A sign-in may outlive its account by some seconds on another node.
     *
     * @throws NotFoundException if the account is deleted
     */
    public void requireNotErased(UUID userId) {
        boolean erased =
                !entities.createNativeQuery("select user_id from erasure where user_id = ?1")
                        .setParameter(1, userId)
                        .getResultList()
                        .isEmpty();
        if (erased) {
            throw new NotFoundException("The account");
        }
    }
}

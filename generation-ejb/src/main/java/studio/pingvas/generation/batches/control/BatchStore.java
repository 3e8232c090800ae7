package studio.pingvas.generation.batches.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.generation.batches.entity.JobBatch;
import studio.pingvas.generation.jobs.control.JobHistory;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.line.control.UserLines;
import studio.pingvas.generation.line.entity.Arrival;
import studio.pingvas.generation.line.entity.LineShare;
import studio.pingvas.generation.line.entity.Place;
import studio.pingvas.platform.database.ArrayText;
import studio.pingvas.platform.database.Keyset;

/** Adds batches and finds them; each call in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BatchStore {
    private static final String PROGRESS =
            """
            select batch_id, status, count(*), sum(predicted_seconds),
                coalesce(sum(credits_used), 0), coalesce(sum(credits_refunded), 0),
                cast(max(finished_at) as timestamptz)
            from job where batch_id = any (cast(?1 as uuid[]))
            group by batch_id, status
            """;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject JobHistory history;
    @Inject JobStore store;
    @Inject UserLines lines;

    /**
     * Adds a batch and its jobs to the line, unless a batch of that id is there already.
     *
     * @param jobs in their order
     * @return the batch of that id, new or old
     * @throws QueueFullException if more jobs of the user would wait than that
     * @throws NotFoundException if the account of the user is deleted
     */
    public JobBatch add(JobBatch batch, List<GenerationJob> jobs, int maxWaiting) {
        GenerationJob any = jobs.get(0);
        LineShare share = shareOf(jobs);
        Optional<Place> last =
                lines.accept(
                        new Arrival(
                                batch.userId(),
                                any.terms().tier(),
                                any.terms().maxRunning(),
                                share,
                                maxWaiting));
        // Only now: the place is locked, so nobody else adds this batch meanwhile.
        JobBatch earlier = entities.find(JobBatch.class, batch.id());
        if (earlier != null) {
            last.ifPresent(taken -> lines.takeBack(batch.userId(), share));
            return earlier;
        }
        if (last.isEmpty()) {
            store.requireNotErased(batch.userId());
            throw new QueueFullException(maxWaiting, jobs.size());
        }
        insert(batch, jobs, last.get());
        return batch;
    }

    public Optional<JobBatch> findOf(UUID userId, UUID batchId) {
        return Optional.ofNullable(entities.find(JobBatch.class, batchId))
                .filter(batch -> batch.userId().equals(userId));
    }

    /** Newest first; the position may be null. */
    public List<JobBatch> list(UUID userId, Keyset after, int limit) {
        String jpql = "select b from JobBatch b where b.userId = :user";
        if (after != null) {
            jpql += " and (b.createdAt < :at or b.createdAt = :at and b.id < :id)";
        }
        TypedQuery<JobBatch> query =
                entities.createQuery(jpql + " order by b.createdAt desc, b.id desc", JobBatch.class)
                        .setParameter("user", userId)
                        .setMaxResults(limit);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return query.getResultList();
    }

    /** How the jobs of each batch stand. */
    public Map<UUID, BatchProgress> progress(List<UUID> batchIds) {
        List<?> rows =
                entities.createNativeQuery(PROGRESS)
                        .setParameter(1, ArrayText.of(batchIds))
                        .getResultList();
        Map<UUID, BatchProgress> all = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            all.computeIfAbsent((UUID) columns[0], id -> new BatchProgress())
                    .add(
                            JobStatus.valueOf((String) columns[1]),
                            ((Number) columns[2]).intValue(),
                            ((Number) columns[3]).doubleValue(),
                            ((Number) columns[4]).longValue(),
                            ((Number) columns[5]).longValue(),
                            columns[6] == null ? null : ((Timestamp) columns[6]).toInstant());
        }
        return all;
    }

    /** Jobs of a batch in their order, from that place on. */
    public List<GenerationJob> jobs(UUID batchId, int from, int limit) {
        return entities.createQuery(
                        "select j from GenerationJob j where j.origin.batchId = :batch"
                                + " and j.origin.batchPlace >= :from order by j.origin.batchPlace",
                        GenerationJob.class)
                .setParameter("batch", batchId)
                .setParameter("from", from)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The job of a batch that its owner waits for next. */
    public Optional<GenerationJob> firstWaiting(UUID batchId) {
        return end(batchId, List.of(JobStatus.QUEUED, JobStatus.DISPATCHED), "asc");
    }

    /** The job of a batch that will end last. */
    public Optional<GenerationJob> lastLive(UUID batchId) {
        return end(batchId, JobStatus.LIVE, "desc");
    }

    private Optional<GenerationJob> end(UUID batchId, List<JobStatus> statuses, String direction) {
        return entities.createQuery(
                        "select j from GenerationJob j where j.origin.batchId = :batch"
                                + " and j.status in :statuses order by j.lineOrder "
                                + direction,
                        GenerationJob.class)
                .setParameter("batch", batchId)
                .setParameter("statuses", statuses)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private void insert(JobBatch batch, List<GenerationJob> jobs, Place last) {
        batch.accept(last.at());
        entities.persist(batch);
        // The jobs refer to it.
        entities.flush();
        long first = last.seq() - jobs.size() + 1;
        for (int i = 0; i < jobs.size(); i++) {
            // A microsecond apart: lists by time then show them in their order.
            Place place = new Place(first + i, last.at().plusNanos(1_000L * i), last.before());
            GenerationJob job = jobs.get(i);
            job.origin().joinBatch(batch.id(), i);
            job.enqueue(place);
            entities.persist(job);
            history.recordAcceptance(job, place);
        }
    }

    private static LineShare shareOf(List<GenerationJob> jobs) {
        return jobs.stream()
                .map(job -> job.terms().waiting())
                .reduce(LineShare.NOTHING, LineShare::plus);
    }
}

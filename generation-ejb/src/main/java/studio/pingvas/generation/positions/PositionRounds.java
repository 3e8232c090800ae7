package studio.pingvas.generation.positions;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.jobs.control.JobHistory;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;

/** Which waiting jobs are looked at, and what their owners are told; each call a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PositionRounds {
    private static final int WAITING_SECONDS = 10;

    // A round begins where the last one ended, on any node; after the last job, at the first again.
    private static final String BEGIN =
            """
            update position_round set begun_at = now()
            where begun_at < now() - interval '9 seconds'
            returning user_id, line_order
            """;

    private static final String NEXT =
            """
            select id from job
            where status = 'QUEUED' and outcome is null
                and (user_id, line_order) > (?1, ?2)
                and created_at < now() - ?3 * interval '1 second'
            order by user_id, line_order limit ?4
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject JobHistory history;
    @Inject DatabaseClock clock;

    /**
     * The jobs of this round, at most that many.
     *
     * @return nothing if a node has begun a round a moment ago
     */
    public List<GenerationJob> begin(int most) {
        List<?> rows = query(BEGIN).getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Object[] last = (Object[]) rows.get(0);
        List<GenerationJob> jobs = after((UUID) last[0], (Long) last[1], most);
        if (jobs.size() < most) {
            goOnAfter(NOBODY, 0);
        } else {
            GenerationJob end = jobs.get(most - 1);
            goOnAfter(end.userId(), end.lineOrder());
        }
        return jobs;
    }

    /**
     * Keeps the position as the one told last.
     *
     * @param aloud whether its owner hears of it
     */
    public void tell(UUID jobId, int position, boolean aloud) {
        GenerationJob job =
                entities.find(GenerationJob.class, jobId, LockModeType.PESSIMISTIC_WRITE);
        if (job == null || job.status() != JobStatus.QUEUED || job.outcome() != null) {
            return;
        }
        job.tellPosition(position);
        if (aloud) {
            history.recordPosition(job, clock.now());
        }
    }

    private List<GenerationJob> after(UUID userId, long lineOrder, int most) {
        List<?> ids =
                query(NEXT)
                        .setParameter(1, userId)
                        .setParameter(2, lineOrder)
                        .setParameter(3, WAITING_SECONDS)
                        .setParameter(4, most)
                        .getResultList();
        return ids.stream().map(id -> entities.find(GenerationJob.class, id)).toList();
    }

    private void goOnAfter(UUID userId, long lineOrder) {
        query("update position_round set user_id = ?1, line_order = ?2")
                .setParameter(1, userId)
                .setParameter(2, lineOrder)
                .executeUpdate();
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql)
                .setHint("eclipselink.transaction.join-existing", "true");
    }
}

package studio.pingvas.generation.positions;

import static java.util.Comparator.comparing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.jobs.control.JobHistory;
import studio.pingvas.generation.jobs.control.JobRows;
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

    // One question for the whole round: one for each job took up to half of the database's time.
    private static final String NEXT =
            """
            with round as materialized (
                select user_id, line_order from job
                where status = 'QUEUED' and outcome is null
                    and (user_id, line_order) > (?1, ?2)
                    and created_at < now() - ?3 * interval '1 second'
                order by user_id, line_order limit ?4),
            own as (
                select id, user_id, line_order, tier, told_position,
                    count(*) over before as jobs_before,
                    coalesce(sum(predicted_seconds) over before, 0) as seconds_before
                from job
                where status = 'QUEUED' and outcome is null
                    and user_id in (select user_id from round)
                window before as (partition by user_id order by line_order
                    rows between unbounded preceding and 1 preceding))
            select id, user_id, line_order, own.tier, told_position,
                line.start_tag, line.ready_at, jobs_before, seconds_before
            from own join round using (user_id, line_order) join user_line line using (user_id)
            order by user_id, line_order
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
    public List<WaitingJob> begin(int most) {
        List<?> rows = query(BEGIN).getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Object[] last = (Object[]) rows.get(0);
        List<WaitingJob> jobs = after((UUID) last[0], (Long) last[1], most);
        if (jobs.size() < most) {
            goOnAfter(NOBODY, 0);
        } else {
            WaitingJob end = jobs.get(most - 1);
            goOnAfter(end.userId(), end.lineOrder());
        }
        return jobs;
    }

    /**
     * Keeps positions as those told last, and lets the owners hear of those that they heard of
     * before. A job that has left the line meanwhile is left alone.
     *
     * @param positions by the ids of the jobs
     */
    public void tell(Map<UUID, Integer> positions) {
        Instant now = clock.now();
        // All rows before the first line of a user: see UserLines.
        new JobRows(entities)
                .lockAll(positions.keySet()).values().stream()
                        .filter(job -> job.status() == JobStatus.QUEUED && job.outcome() == null)
                        .sorted(comparing(GenerationJob::userId))
                        .forEach(job -> tell(job, positions.get(job.id()), now));
    }

    private void tell(GenerationJob job, int position, Instant now) {
        boolean aloud = job.told().position() != null;
        job.tellPosition(position);
        if (aloud) {
            history.recordPosition(job, now);
        }
    }

    private List<WaitingJob> after(UUID userId, long lineOrder, int most) {
        List<?> rows =
                query(NEXT)
                        .setParameter(1, userId)
                        .setParameter(2, lineOrder)
                        .setParameter(3, WAITING_SECONDS)
                        .setParameter(4, most)
                        .getResultList();
        return rows.stream().map(row -> WaitingJob.of((Object[]) row)).toList();
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

package studio.pingvas.generation.status;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.JobGlance;
import studio.pingvas.contracts.payment.Tier;

/** The jobs to look at first when somebody asks why nothing goes on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LongestJobs {
    // One of each user, the next: by it all others are held up. They stand first in an index.
    private static final String WAITING =
            """
            select j.id, j.user_id, j.tier, j.model, j.created_at, j.worker, j.attempts
            from user_line line cross join lateral (
                select * from job
                where job.user_id = line.user_id and status = 'QUEUED' and outcome is null
                order by line_order limit 1) j
            where line.backlogged
            order by j.created_at, j.id limit ?1
            """;

    private static final String RUNNING =
            """
            select id, user_id, tier, model, started_at, worker, attempts
            from job where status = 'RUNNING' order by started_at, id limit ?1
            """;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /** The next job of each user, oldest first. */
    public List<JobGlance> waiting(int most) {
        return glances(entities.createNativeQuery(WAITING).setParameter(1, most).getResultList());
    }

    /** Oldest first. */
    public List<JobGlance> running(int most) {
        return glances(entities.createNativeQuery(RUNNING).setParameter(1, most).getResultList());
    }

    private static List<JobGlance> glances(List<?> rows) {
        return rows.stream().map(row -> glanceOf((Object[]) row)).toList();
    }

    private static JobGlance glanceOf(Object[] row) {
        return new JobGlance(
                (UUID) row[0],
                (UUID) row[1],
                Tier.valueOf((String) row[2]),
                (String) row[3],
                ((Timestamp) row[4]).toInstant(),
                (String) row[5],
                ((Number) row[6]).intValue());
    }
}

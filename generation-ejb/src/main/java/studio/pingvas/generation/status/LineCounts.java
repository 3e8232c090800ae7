package studio.pingvas.generation.status;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.JobCounts;
import studio.pingvas.contracts.payment.Tier;

/** What waits and runs, from the counts that the lines of users keep. No job that waits is read. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LineCounts {
    private static final String BY_TIER =
            """
            with waiting as (
                select tier, sum(waiting) as jobs from user_line where backlogged group by tier),
            under_way as (
                select tier, count(*) filter (where status = 'DISPATCHED') as sent,
                    count(*) filter (where status = 'RUNNING') as running
                from job where status in ('DISPATCHED', 'RUNNING') group by tier)
            select tier, paused, coalesce(waiting.jobs, 0) + coalesce(sent, 0),
                coalesce(running, 0)
            from tier_line left join waiting using (tier) left join under_way using (tier)
            """;

    private static final String OF_USER =
            """
            select
                coalesce((select waiting from user_line where user_id = ?1), 0)
                + (select count(*) from job where user_id = ?1 and status = 'DISPATCHED'),
                (select count(*) from job where user_id = ?1 and status = 'RUNNING')
            """;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /** In no order. */
    public List<TierCounts> byTier() {
        List<?> rows = entities.createNativeQuery(BY_TIER).getResultList();
        return rows.stream().map(row -> tierOf((Object[]) row)).toList();
    }

    public JobCounts of(UUID userId) {
        return countsOf(
                (Object[])
                        entities.createNativeQuery(OF_USER)
                                .setParameter(1, userId)
                                .getSingleResult(),
                0);
    }

    private static TierCounts tierOf(Object[] row) {
        return new TierCounts(Tier.valueOf((String) row[0]), countsOf(row, 2), (Boolean) row[1]);
    }

    private static JobCounts countsOf(Object[] row, int from) {
        return new JobCounts(
                ((Number) row[from]).longValue(), ((Number) row[from + 1]).longValue());
    }
}

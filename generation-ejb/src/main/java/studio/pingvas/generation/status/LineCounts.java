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
    // A user with waiting jobs is ready, or else has some under way.
    private static final String BY_TIER =
            """
            with under_way as (
                select user_id, tier, status from job where status in ('DISPATCHED', 'RUNNING')),
            waiting as (
                select tier, waiting from user_line where ready
                union all
                select tier, waiting from user_line
                where not ready and user_id in (select user_id from under_way))
            select tier, paused,
                (select coalesce(sum(waiting), 0) from waiting where waiting.tier = tier_line.tier)
                + (select count(*) from under_way
                    where under_way.tier = tier_line.tier and status = 'DISPATCHED'),
                (select count(*) from under_way
                    where under_way.tier = tier_line.tier and status = 'RUNNING')
            from tier_line
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

package studio.pingvas.generation.jobs.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;

/** Where a job stands in the line, and how long what is ahead of it takes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Forecast {
    /**
     * @param ahead jobs that are sent before
     * @param seconds predicted for them, together
     */
    public record Line(int ahead, double seconds) {
        public int position() {
            return ahead + 1;
        }
    }

    private static final String AHEAD =
            "select count(*), coalesce(sum(predicted_seconds), 0) from job"
                    + " where status = 'DISPATCHED'"
                    + " or status = 'QUEUED' and outcome is null and ";

    private static final String PACE =
            "select coalesce(sum(seconds) / sum(predicted_seconds), 1) from ("
                    + "select extract(epoch from outcome_at - started_at) as seconds,"
                    + " predicted_seconds from job where status = 'COMPLETED'"
                    + " order by finished_at desc limit 20) latest";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /**
     * How many seconds one predicted second takes here, by the jobs completed last: workers are
     * slower or faster than the reference GPU. It tells people how long they will wait; it never
     * changes a price.
     */
    public double pace() {
        return ((Number) entities.createNativeQuery(PACE).getSingleResult()).doubleValue();
    }

    /** What a new job of that tier would find ahead of it. */
    public Line forNewJob(Tier tier) {
        return line(
                entities.createNativeQuery(AHEAD + "tier_rank >= ?1")
                        .setParameter(1, tier.ordinal())
                        .getSingleResult());
    }

    /** What a waiting job has ahead of it. */
    public Line of(GenerationJob job) {
        if (job.status() != JobStatus.QUEUED) {
            return new Line(0, 0);
        }
        return line(
                entities.createNativeQuery(
                                AHEAD
                                        + "(tier_rank > ?1 or tier_rank = ?1"
                                        + " and (created_at, id) < (?2, ?3))")
                        .setParameter(1, job.tier().ordinal())
                        .setParameter(2, java.sql.Timestamp.from(job.createdAt()))
                        .setParameter(3, job.id())
                        .getSingleResult());
    }

    private static Line line(Object row) {
        Object[] columns = (Object[]) row;
        return new Line(((Number) columns[0]).intValue(), ((Number) columns[1]).doubleValue());
    }
}

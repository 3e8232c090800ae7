package studio.pingvas.generation.forecast;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;

/** The completed jobs, as the table tells them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EndedJobs {
    // A job that ends at this moment may become visible after one that ends later.
    private static final String AFTER =
            """
            select finished_at, id, tier, model, coalesce(device, ''), predicted_seconds,
                extract(epoch from started_at - created_at),
                extract(epoch from outcome_at - started_at),
                extract(epoch from finished_at - created_at),
                expected_waiting_seconds, expected_running_seconds,
                told_p50_seconds, told_p90_seconds
            from job
            where status = 'COMPLETED' and (finished_at, id) > (?1, ?2)
                and finished_at < now() - interval '1 second'
            order by finished_at, id limit ?3
            """;

    private static final String NEWEST =
            "select finished_at, id from job where status = 'COMPLETED'"
                    + " order by finished_at desc offset ?1 limit 1";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /** Where to begin, to read about that many. */
    public Mark newest(int many) {
        List<?> rows = entities.createNativeQuery(NEWEST).setParameter(1, many).getResultList();
        return rows.stream().findFirst().map(row -> markOf((Object[]) row)).orElse(Mark.BEGINNING);
    }

    /** In the order of their end. */
    public List<EndedJob> after(Mark mark, int limit) {
        List<?> rows =
                entities.createNativeQuery(AFTER)
                        .setParameter(1, Timestamp.from(mark.finishedAt()))
                        .setParameter(2, mark.id())
                        .setParameter(3, limit)
                        .getResultList();
        return rows.stream().map(row -> jobOf((Object[]) row)).toList();
    }

    /** Up to where the table was read. */
    public record Mark(Instant finishedAt, UUID id) {
        static final Mark BEGINNING = new Mark(Instant.EPOCH, new UUID(0, 0));
    }

    private static Mark markOf(Object[] row) {
        return new Mark(((Timestamp) row[0]).toInstant(), (UUID) row[1]);
    }

    private static EndedJob jobOf(Object[] row) {
        return new EndedJob(
                markOf(row),
                Tier.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]),
                row[9] == null
                        ? null
                        : new Eta(
                                number(row[9]), number(row[10]), number(row[11]), number(row[12])));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}

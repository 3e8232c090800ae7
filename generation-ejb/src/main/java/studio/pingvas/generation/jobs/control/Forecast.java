package studio.pingvas.generation.jobs.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.forecast.JobForecast;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.jobs.entity.Quote;

/** Where a job stands in the line, and when it will be done. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Forecast {
    /**
     * @param ahead null once it has started
     */
    public record Outlook(Ahead ahead, Eta eta) {}

    private static final String AHEAD =
            "select count(*) filter (where status <> 'RUNNING'),"
                    + " count(distinct user_id) filter (where status <> 'RUNNING'),"
                    + " coalesce(sum(predicted_seconds) filter (where status <> 'RUNNING'), 0),"
                    + " count(*) filter (where status = 'RUNNING'),"
                    + " coalesce(sum(predicted_seconds) filter (where status = 'RUNNING'), 0)"
                    + " from job where status in ('DISPATCHED', 'RUNNING')"
                    + " or status = 'QUEUED' and outcome is null and ";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject JobForecast times;

    /** Of a job that comes now. */
    public Outlook ofNewJob(Tier tier, String model, Quote quote) {
        Ahead ahead =
                ahead(
                        entities.createNativeQuery(AHEAD + "tier_rank >= ?1")
                                .setParameter(1, tier.ordinal())
                                .getSingleResult());
        return new Outlook(ahead, times.waiting(tier, model, quote.seconds(), ahead));
    }

    /**
     * Of jobs that come now, one after the other: where the first stands, and when the last is
     * done.
     *
     * @param model of the last
     */
    public Outlook ofNewJobs(Tier tier, String model, List<Quote> quotes) {
        double all = quotes.stream().mapToDouble(Quote::seconds).sum();
        double last = quotes.get(quotes.size() - 1).seconds();
        Ahead first = ofNewJob(tier, model, quotes.get(0)).ahead();
        Ahead ofLast =
                new Ahead(
                        first.jobs() + quotes.size() - 1,
                        first.people(),
                        first.seconds() + all - last,
                        first.runningJobs(),
                        first.runningSeconds());
        return new Outlook(first, times.waiting(tier, model, last, ofLast));
    }

    /**
     * Of a job that has not ended.
     *
     * @param now by the clock of the database
     */
    public Outlook of(GenerationJob job, Instant now) {
        String model = job.picture().model();
        double seconds = job.quote().seconds();
        if (job.status() == JobStatus.RUNNING) {
            double elapsed = Duration.between(job.startedAt(), now).toMillis() / 1000.0;
            return new Outlook(null, times.running(model, seconds, Math.max(0, elapsed)));
        }
        Ahead ahead = aheadOf(job);
        return new Outlook(ahead, times.waiting(job.tier(), model, seconds, ahead));
    }

    private Ahead aheadOf(GenerationJob job) {
        if (job.status() != JobStatus.QUEUED) {
            return Ahead.NOTHING;
        }
        return ahead(
                entities.createNativeQuery(
                                AHEAD
                                        + "(tier_rank > ?1 or tier_rank = ?1"
                                        + " and (created_at, id) < (?2, ?3))")
                        .setParameter(1, job.tier().ordinal())
                        .setParameter(2, Timestamp.from(job.createdAt()))
                        .setParameter(3, job.id())
                        .getSingleResult());
    }

    private static Ahead ahead(Object row) {
        Object[] columns = (Object[]) row;
        return new Ahead(
                ((Number) columns[0]).intValue(),
                ((Number) columns[1]).intValue(),
                ((Number) columns[2]).doubleValue(),
                ((Number) columns[3]).intValue(),
                ((Number) columns[4]).doubleValue());
    }
}

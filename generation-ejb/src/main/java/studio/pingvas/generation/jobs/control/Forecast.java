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
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.forecast.JobForecast;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.jobs.entity.Quote;
import studio.pingvas.generation.line.control.CurrentLine;
import studio.pingvas.generation.line.control.LineState;
import studio.pingvas.generation.line.entity.Before;

/** Where a job stands in the line, and when it will be done. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Forecast {
    /**
     * @param ahead null once it has started
     * @param eta null while its tier is paused: nobody knows for how long
     * @param ownWaiting jobs of the same user that wait; only of a job that comes now
     */
    public record Outlook(Ahead ahead, Eta eta, long ownWaiting) {
        public Outlook(Ahead ahead, Eta eta) {
            this(ahead, eta, 0);
        }

        public Double p50() {
            return eta == null ? null : eta.p50();
        }

        public Double p90() {
            return eta == null ? null : eta.p90();
        }
    }

    /** Whose jobs are all of another tier, or ended, begins anew. */
    private static final String OF_USER =
            "select start_tag, case when waiting > 0 then ready_at"
                    + " else cast(now() as timestamptz) end, waiting_seconds, waiting"
                    + " from user_line where user_id = ?1 and tier = ?2";

    /** With the seconds of the owner's jobs before it. */
    private static final String OF_JOB =
            "select line.start_tag, line.ready_at, coalesce(sum(before.predicted_seconds), 0),"
                    + " count(before.id)"
                    + " from user_line line join job on job.user_id = line.user_id"
                    + " left join job before on before.user_id = line.user_id"
                    + " and before.status = 'QUEUED' and before.outcome is null"
                    + " and before.line_order < job.line_order"
                    + " where job.id = ?1 group by line.start_tag, line.ready_at";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject JobForecast times;
    @Inject CurrentLine line;

    /** Of a job that comes now, after the others of its user. */
    public Outlook ofNewJob(UUID userId, Tier tier, String model, Quote quote) {
        LineState state = stateOfLine();
        Optional<Object[]> own = lineOf(userId, tier);
        Ahead ahead = aheadOfNewJob(state, own, userId, tier, 0);
        long ownWaiting = own.map(columns -> ((Number) columns[3]).longValue()).orElse(0L);
        return new Outlook(ahead, eta(state, tier, model, quote.seconds(), ahead), ownWaiting);
    }

    /**
     * Of jobs that come now, one after the other: where the first stands, and when the last is
     * done.
     *
     * @param model of the last
     */
    public Outlook ofNewJobs(UUID userId, Tier tier, String model, List<Quote> quotes) {
        double all = quotes.stream().mapToDouble(Quote::seconds).sum();
        double last = quotes.get(quotes.size() - 1).seconds();
        LineState state = stateOfLine();
        Optional<Object[]> own = lineOf(userId, tier);
        Ahead others = aheadOfNewJob(state, own, userId, tier, all - last);
        Ahead ofLast =
                new Ahead(
                        others.jobs() + quotes.size() - 1,
                        others.people(),
                        others.seconds() + all - last,
                        others.runningJobs(),
                        others.runningSeconds());
        return new Outlook(
                aheadOfNewJob(state, own, userId, tier, 0), eta(state, tier, model, last, ofLast));
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
        LineState state = stateOfLine();
        Ahead ahead = aheadOf(job, state);
        // What is sent already does not wait for its tier.
        return new Outlook(
                ahead,
                job.status() == JobStatus.QUEUED
                        ? eta(state, job.tier(), model, seconds, ahead)
                        : times.waiting(job.tier(), model, seconds, ahead));
    }

    private Eta eta(LineState state, Tier tier, String model, double seconds, Ahead ahead) {
        return state.line().isPaused(tier) ? null : times.waiting(tier, model, seconds, ahead);
    }

    /** To be asked first: it may need a connection, and this transaction holds none yet. */
    private LineState stateOfLine() {
        return line.get();
    }

    private Optional<Object[]> lineOf(UUID userId, Tier tier) {
        List<?> rows =
                entities.createNativeQuery(OF_USER)
                        .setParameter(1, userId)
                        .setParameter(2, tier.name())
                        .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast);
    }

    /**
     * @param own as {@link #lineOf} found it
     * @param ownSeconds of jobs that come now and go before it
     */
    private static Ahead aheadOfNewJob(
            LineState state, Optional<Object[]> own, UUID userId, Tier tier, double ownSeconds) {
        if (own.isEmpty()) {
            return ahead(state, userId, tier, 0, Timestamp.from(Instant.now()), ownSeconds, 0);
        }
        Object[] columns = own.get();
        double waiting = ((Number) columns[2]).doubleValue();
        return ahead(state, userId, tier, columns[0], columns[1], waiting + ownSeconds, columns[3]);
    }

    private Ahead aheadOf(GenerationJob job, LineState state) {
        if (job.status() != JobStatus.QUEUED) {
            return new Ahead(0, 0, 0, state.running().jobs(), state.running().seconds());
        }
        List<?> rows = entities.createNativeQuery(OF_JOB).setParameter(1, job.id()).getResultList();
        if (rows.isEmpty()) {
            // Erased since.
            return Ahead.NOTHING;
        }
        Object[] columns = (Object[]) rows.get(0);
        return ahead(
                state, job.userId(), job.tier(), columns[0], columns[1], columns[2], columns[3]);
    }

    private static Ahead ahead(
            LineState state,
            UUID userId,
            Tier tier,
            Object startTag,
            Object readyAt,
            Object ownSeconds,
            Object ownJobs) {
        double ownBefore = ((Number) ownSeconds).doubleValue();
        Before before =
                state.line()
                        .before(
                                tier,
                                ((Number) startTag).doubleValue(),
                                ((Timestamp) readyAt).toInstant(),
                                ownBefore);
        return new Ahead(
                // The line was seen a moment ago; jobs of its owner may have come since.
                Math.max(before.jobs(), ((Number) ownJobs).intValue()) + state.dispatched().jobs(),
                others(before.people(), ownBefore > 0)
                        + others(
                                state.dispatchedUsers().size(),
                                state.dispatchedUsers().contains(userId)),
                Math.max(before.seconds(), ownBefore) + state.dispatched().seconds(),
                state.running().jobs(),
                state.running().seconds());
    }

    private static int others(int people, boolean ownerIsAmongThem) {
        return Math.max(0, people - (ownerIsAmongThem ? 1 : 0));
    }
}

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
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.forecast.JobForecast;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.jobs.entity.Quote;
import studio.pingvas.generation.line.control.CurrentLine;
import studio.pingvas.generation.line.control.LineState;
import studio.pingvas.generation.line.entity.OwnLine;

/** Where a job stands in the line, and when it will be done. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Forecast {
    /** Whose jobs are all of another tier, or ended, begins anew. */
    private static final String OF_USER =
            "select start_tag, case when waiting > 0 then ready_at"
                    + " else cast(now() as timestamptz) end, waiting, waiting_seconds"
                    + " from user_line where user_id = ?1 and tier = ?2";

    /** With the seconds of the owner's jobs before it. */
    private static final String OF_JOB =
            "select line.start_tag, line.ready_at, count(before.id),"
                    + " coalesce(sum(before.predicted_seconds), 0)"
                    + " from user_line line join job on job.user_id = line.user_id"
                    + " left join job before on before.user_id = line.user_id"
                    + " and before.status = 'QUEUED' and before.outcome is null"
                    + " and before.line_order < job.line_order"
                    + " where job.id = ?1 group by line.start_tag, line.ready_at";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject JobForecast times;
    @Inject NewJobForecast newJobs;
    @Inject CurrentLine line;

    /** Of a job that comes now, after the others of its user. */
    public Outlook ofNewJob(UUID userId, Tier tier, String model, Quote quote) {
        LineState state = stateOfLine();
        return newJobs.of(state, lineOf(userId, tier), userId, tier, model, quote);
    }

    /**
     * Of jobs that come now, one after the other: where the first stands, and when the last is
     * done.
     *
     * @param model of the last
     */
    public Outlook ofNewJobs(UUID userId, Tier tier, String model, List<Quote> quotes) {
        LineState state = stateOfLine();
        return newJobs.of(state, lineOf(userId, tier), userId, tier, model, quotes);
    }

    /**
     * Of a job that has not ended.
     *
     * @param now by the clock of the database
     */
    public Outlook of(GenerationJob job, Instant now) {
        String model = job.asked().picture().model();
        double seconds = job.terms().quote().seconds();
        if (job.status() == JobStatus.RUNNING) {
            double elapsed = Duration.between(job.delivery().startedAt(), now).toMillis() / 1000.0;
            return new Outlook(null, times.running(model, seconds, Math.max(0, elapsed)));
        }
        LineState state = stateOfLine();
        Ahead ahead = aheadOf(job, state);
        // What is sent already does not wait for its tier.
        return new Outlook(
                ahead,
                job.status() == JobStatus.QUEUED
                        ? newJobs.eta(state, job.terms().tier(), model, seconds, ahead)
                        : times.waiting(job.terms().tier(), model, seconds, ahead));
    }

    /** To be asked first: it may need a connection, and this transaction holds none yet. */
    private LineState stateOfLine() {
        return line.get();
    }

    private OwnLine lineOf(UUID userId, Tier tier) {
        List<?> rows =
                entities.createNativeQuery(OF_USER)
                        .setParameter(1, userId)
                        .setParameter(2, tier.name())
                        .getResultList();
        return rows.stream().findFirst().map(Forecast::ownLine).orElseGet(OwnLine::empty);
    }

    private Ahead aheadOf(GenerationJob job, LineState state) {
        if (job.status() != JobStatus.QUEUED) {
            return new Ahead(0, 0, 0, state.running().jobs(), state.running().seconds());
        }
        List<?> rows = entities.createNativeQuery(OF_JOB).setParameter(1, job.id()).getResultList();
        return rows.stream()
                .findFirst()
                .map(
                        row ->
                                NewJobForecast.ahead(
                                        state, job.userId(), job.terms().tier(), ownLine(row)))
                // Erased since.
                .orElse(Ahead.NOTHING);
    }

    private static OwnLine ownLine(Object row) {
        Object[] columns = (Object[]) row;
        return new OwnLine(
                ((Number) columns[0]).doubleValue(),
                ((Timestamp) columns[1]).toInstant(),
                ((Number) columns[2]).intValue(),
                ((Number) columns[3]).doubleValue());
    }
}

package studio.pingvas.generation.news;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import studio.pingvas.contracts.generation.FinishedJob;
import studio.pingvas.contracts.generation.QueuedJob;
import studio.pingvas.contracts.generation.RunningJob;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.forecast.JobForecast;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.control.JobViews;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.platform.json.Json;

/** Changes of jobs in the words of sockets and streams. */
@Dependent
public class JobNews {
    /** Longer ones would make a message of the broker large, which is another way to send it. */
    static final int LONGEST_FRAME = 20_000;

    @Inject JobForecast times;
    @Inject JobViews views;
    @Inject RecentRecipes recipes;

    public RecordedEvent of(JobChanged change) {
        return new RecordedEvent(
                change.userId(),
                change.seq(),
                change.jobId(),
                change.type().key(),
                change.type().isTold(),
                change.job() == null
                        ? null
                        : frameOf(change)
                                .map(Json::write)
                                .filter(frame -> frame.length() <= LONGEST_FRAME)
                                .orElse(null));
    }

    /** Nothing for what has to be looked for: how the line has moved on. */
    private Optional<Record> frameOf(JobChanged change) {
        return switch (change.type()) {
            case QUEUED -> queued(change);
            case STARTED -> Optional.of(started(change));
            case COMPLETED ->
                    recipes.take(change.jobId())
                            .map(recipe -> ended(change, Json.read(recipe, Map.class)));
            case FAILED, CANCELLED -> Optional.of(ended(change, null));
            default -> Optional.empty();
        };
    }

    /** One that waits once more has another place than it was told, and is looked for. */
    private static Optional<Record> queued(JobChanged change) {
        GenerationJob job = change.job();
        Optional<Eta> eta = Optional.ofNullable(job.told().eta());
        return Optional.ofNullable(job.told().peopleAhead())
                .map(
                        people ->
                                new QueuedJob(
                                        change.seq(),
                                        job.id(),
                                        job.origin().batchId(),
                                        job.told().position(),
                                        people,
                                        eta.map(Eta::p50).orElse(null),
                                        eta.map(Eta::p90).orElse(null)));
    }

    private Record started(JobChanged change) {
        GenerationJob job = change.job();
        double seconds =
                times.running(job.asked().picture().model(), job.terms().quote().seconds(), 0)
                        .p50();
        return RunningJob.started(
                change.seq(), job.id(), job.origin().batchId(), job.asked().totalSteps(), seconds);
    }

    private Record ended(JobChanged change, Map<?, ?> metadata) {
        return FinishedJob.of(views.of(change.job()), change.seq(), metadata);
    }
}

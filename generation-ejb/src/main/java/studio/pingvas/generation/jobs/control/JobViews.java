package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/** Jobs as their owners see them. */
@Dependent
public class JobViews {
    @Inject Forecast forecast;

    public List<JobView> of(List<GenerationJob> jobs) {
        return jobs.stream().map(this::of).toList();
    }

    public JobView of(GenerationJob job) {
        // The clocks of nodes and database are in step to within what a forecast is worth.
        return of(job, job.status().isFinal() ? Outlook.NONE : forecast.of(job, Instant.now()));
    }

    public JobView of(GenerationJob job, Outlook outlook) {
        Ahead ahead = outlook.ahead();
        return new JobView(
                job.id(),
                job.userId(),
                job.batchId(),
                job.kind(),
                job.status().seenByOwner(),
                ahead == null ? null : ahead.position(),
                ahead == null ? null : ahead.people(),
                outlook.p50(),
                outlook.p90(),
                job.stages(),
                job.picture().model(),
                job.picture().seed(),
                job.picture().imageCount(),
                job.totalSteps(),
                job.attempts(),
                job.quote().credits(),
                job.creditsUsed(),
                job.creditsRefunded(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.imageIds(),
                job.errorCode() == null
                        ? null
                        : new JobView.Failure(job.errorCode(), job.errorMessage()),
                job.retryOf(),
                job.workflow());
    }
}

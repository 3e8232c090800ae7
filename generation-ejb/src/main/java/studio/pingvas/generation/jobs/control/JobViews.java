package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.jobs.entity.Asked;
import studio.pingvas.generation.jobs.entity.Ending;
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
        Asked asked = job.asked();
        Ending ending = job.ending();
        return new JobView(
                job.id(),
                job.userId(),
                job.origin().batchId(),
                asked.kind(),
                job.status().seenByOwner(),
                ahead == null ? null : ahead.position(),
                ahead == null ? null : ahead.people(),
                outlook.p50(),
                outlook.p90(),
                asked.stages(),
                asked.picture().model(),
                asked.picture().seed(),
                asked.picture().imageCount(),
                asked.totalSteps(),
                job.delivery().attempts(),
                job.terms().quote().credits(),
                ending.creditsUsed(),
                ending.creditsRefunded(),
                job.createdAt(),
                job.delivery().startedAt(),
                ending.finishedAt(),
                job.imageIds(),
                ending.errorCode() == null
                        ? null
                        : new JobView.Failure(ending.errorCode(), ending.errorMessage()),
                job.origin().retryOf(),
                job.origin().workflow());
    }
}

package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;

/** Jobs as their owners see them. */
@Dependent
public class JobViews {
    @Inject Forecast forecast;

    public List<JobView> of(List<GenerationJob> jobs) {
        double pace = forecast.pace();
        return jobs.stream().map(job -> of(job, pace)).toList();
    }

    public JobView of(GenerationJob job) {
        return of(job, forecast.pace());
    }

    private JobView of(GenerationJob job, double pace) {
        boolean waits = job.status() == JobStatus.QUEUED || job.status() == JobStatus.DISPATCHED;
        Forecast.Line line = waits ? forecast.of(job) : null;
        return new JobView(
                job.id(),
                job.userId(),
                job.kind(),
                job.status().seenByOwner(),
                waits ? line.position() : null,
                secondsLeft(job, line, pace),
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
                        : new JobView.Failure(job.errorCode(), job.errorMessage()));
    }

    private static Double secondsLeft(GenerationJob job, Forecast.Line line, double pace) {
        if (job.status().isFinal()) {
            return null;
        }
        return pace * (job.quote().seconds() + (line == null ? 0 : line.seconds()));
    }
}

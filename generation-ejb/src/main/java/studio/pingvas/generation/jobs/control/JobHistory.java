package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEvent;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.line.control.UserLines;
import studio.pingvas.generation.line.entity.Place;

/** Writes the numbered events of users, in the transaction of the change they tell of. */
@Dependent
public class JobHistory {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject UserLines lines;
    @Inject Event<JobChanged> changed;
    @Inject Event<WebhookOwed> owed;

    /** The job has got a place in the line, which has counted it. */
    public void recordAcceptance(GenerationJob job, Place place) {
        write(
                new JobEvent(
                                job,
                                place.seq(),
                                JobEventType.QUEUED,
                                Actor.user(job.userId()),
                                "accepted",
                                place.at())
                        .withCredits(job.quote().credits()),
                JobEventType.QUEUED,
                job);
    }

    /** The job has changed; its owner's line counts it. */
    public void record(
            GenerationJob job, JobEventType type, Actor actor, String reason, Instant now) {
        long seq = lines.tell(job.userId(), job.takeLineChange());
        Long credits = job.creditsUsed() == null ? job.creditsRefunded() : job.creditsUsed();
        write(new JobEvent(job, seq, type, actor, reason, now).withCredits(credits), type, job);
    }

    private void write(JobEvent event, JobEventType type, GenerationJob job) {
        entities.persist(event);
        changed.fire(
                new JobChanged(
                        job.id(), job.userId(), event.seq(), type, job.dispatchNumber() > 0));
        if (job.webhookUrl() != null && job.status().isFinal()) {
            owed.fire(new WebhookOwed(job.id(), job.userId(), event.seq(), type));
        }
    }
}

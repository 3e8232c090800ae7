package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEvent;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.line.control.UserLines;
import studio.pingvas.generation.line.entity.Contender;
import studio.pingvas.generation.line.entity.LineChanged;
import studio.pingvas.generation.line.entity.LineShare;
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
                        .withCredits(job.terms().quote().credits())
                        .withPosition(job.told().position()),
                JobEventType.QUEUED,
                job,
                true);
    }

    /** The job has come closer to its turn. */
    public void recordPosition(GenerationJob job, Instant now) {
        LineChanged line = lines.tell(job.userId(), job.takeLineChange());
        write(
                new JobEvent(
                                job,
                                line.seq(),
                                JobEventType.POSITION,
                                Actor.SYSTEM,
                                "others were served",
                                now)
                        .withPosition(job.told().position()),
                JobEventType.POSITION,
                job,
                line.ready());
    }

    /** The job has changed; its owner's line counts it. */
    public void record(
            GenerationJob job, JobEventType type, Actor actor, String reason, Instant now) {
        LineChanged line = lines.tell(job.userId(), job.takeLineChange());
        write(
                new JobEvent(job, line.seq(), type, actor, reason, now)
                        .withCredits(job.ending().credits()),
                type,
                job,
                line.ready());
    }

    /**
     * Jobs of one user were dispatched.
     *
     * @param next the user, with the tag of the next turn
     */
    public void recordDispatches(Contender next, List<GenerationJob> jobs, Instant now) {
        LineShare change =
                jobs.stream()
                        .map(GenerationJob::takeLineChange)
                        .reduce(LineShare.NOTHING, LineShare::plus);
        long seq = lines.dispatch(next, change, jobs.size()) - jobs.size();
        for (GenerationJob job : jobs) {
            seq++;
            String reason = "dispatch " + job.delivery().dispatchNumber();
            write(
                    new JobEvent(job, seq, JobEventType.DISPATCHED, Actor.SYSTEM, reason, now),
                    JobEventType.DISPATCHED,
                    job,
                    false);
        }
    }

    private void write(JobEvent event, JobEventType type, GenerationJob job, boolean ownerReady) {
        entities.persist(event);
        changed.fire(
                new JobChanged(
                        job.id(),
                        job.userId(),
                        event.seq(),
                        type,
                        job.delivery().dispatchNumber() > 0,
                        ownerReady,
                        job));
        if (job.asked().webhookUrl() != null && job.status().isFinal()) {
            owed.fire(new WebhookOwed(job.id(), job.userId(), event.seq(), type));
        }
    }
}

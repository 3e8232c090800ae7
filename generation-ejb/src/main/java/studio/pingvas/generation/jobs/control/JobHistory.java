package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEvent;
import studio.pingvas.generation.jobs.entity.JobEventType;

/** Writes the numbered events of users, in the transaction of the change they tell of. */
@Dependent
public class JobHistory {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject Event<JobChanged> changed;

    public void record(GenerationJob job, JobEventType type, String reason, Instant now) {
        long seq = nextSeq(job.userId());
        entities.persist(new JobEvent(job, seq, type, reason, now));
        changed.fire(new JobChanged(job.id(), job.userId(), seq, type, job.dispatchNumber() > 0));
    }

    /** Raises the user's counter; its row stays locked until the transaction ends. */
    private long nextSeq(UUID userId) {
        return ((Number)
                        entities.createNativeQuery(
                                        "insert into event_counter (user_id, last_seq) values (?,"
                                            + " 1) on conflict (user_id) do update set last_seq ="
                                            + " event_counter.last_seq + 1 returning last_seq")
                                .setParameter(1, userId)
                                .getSingleResult())
                .longValue();
    }
}

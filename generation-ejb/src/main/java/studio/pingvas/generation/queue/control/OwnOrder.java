package studio.pingvas.generation.queue.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.jobs.control.JobHistory;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.platform.database.ArrayText;

/** The order of a user's own waiting jobs. What the user has waited for others stays. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OwnOrder {
    private static final String WAITING =
            "select * from job where user_id = ?1 and status = 'QUEUED' and outcome is null"
                    + " and id = any (cast(?2 as uuid[])) order by line_order, id for update";
    private static final String FIRST =
            "select coalesce(min(line_order), 0) from job where user_id = ?1"
                    + " and status = 'QUEUED' and outcome is null";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject JobHistory history;
    @Inject DatabaseClock clock;

    /**
     * Puts jobs before the user's others, in that order.
     *
     * @return those that were moved; who waits no more, or is somebody else's, is passed over
     */
    public List<UUID> moveToFront(UUID userId, List<UUID> jobIds, Actor actor) {
        List<GenerationJob> jobs = waiting(userId, jobIds);
        long before = first(userId) - jobs.size();
        Instant now = clock.now();
        List<UUID> moved = new ArrayList<>();
        for (GenerationJob job : jobs) {
            job.moveTo(before++);
            history.record(job, JobEventType.MOVED, actor, "moved to the front", now);
            moved.add(job.id());
        }
        return moved;
    }

    /** Locked, in the order in which they were named. */
    private List<GenerationJob> waiting(UUID userId, List<UUID> jobIds) {
        List<?> jobs =
                entities.createNativeQuery(WAITING, GenerationJob.class)
                        .setParameter(1, userId)
                        .setParameter(2, ArrayText.of(jobIds))
                        .getResultList();
        return jobs.stream()
                .map(GenerationJob.class::cast)
                .sorted(Comparator.comparingInt(job -> jobIds.indexOf(job.id())))
                .toList();
    }

    private long first(UUID userId) {
        return ((Number)
                        entities.createNativeQuery(FIRST).setParameter(1, userId).getSingleResult())
                .longValue();
    }
}

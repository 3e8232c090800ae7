package studio.pingvas.generation.queue.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which waiting job is sent next: the highest tier first, then the oldest, passing over users who
 * have as many jobs under way as their tier allows.
 */
@Dependent
public class DispatchOrder {
    private static final String NEXT =
            "select j.id from job j"
                    + " where j.status = 'QUEUED' and j.outcome is null"
                    + " and (select count(*) from job r where r.user_id = j.user_id"
                    + " and r.status in ('DISPATCHED', 'RUNNING')) < j.max_running"
                    + " order by j.tier_rank desc, j.created_at, j.id"
                    + " limit 1 for update of j skip locked";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /** The next job, its row locked until the transaction ends. */
    public Optional<UUID> next() {
        List<?> ids = entities.createNativeQuery(NEXT).getResultList();
        return ids.stream().findFirst().map(UUID.class::cast);
    }
}

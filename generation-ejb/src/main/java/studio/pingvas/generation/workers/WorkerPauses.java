package studio.pingvas.generation.workers;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Which workers administrators want paused, however often these start anew. A singleton, because
 * that can wait for the migration: workers are heard before the application has started.
 */
@Singleton
@DependsOn("GenerationMigration")
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WorkerPauses {
    /** Stands for the workers of which nothing else is said. */
    private static final String OTHERS = "";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /**
     * @param worker null for all, also for those that come later
     */
    public void want(String worker, boolean paused) {
        if (worker == null) {
            entities.createNativeQuery("delete from worker_pause").executeUpdate();
        }
        entities.createNativeQuery(
                        "insert into worker_pause (worker, paused) values (?1, ?2)"
                                + " on conflict (worker) do update set paused = excluded.paused")
                .setParameter(1, worker == null ? OTHERS : worker)
                .setParameter(2, paused)
                .executeUpdate();
    }

    public boolean isWanted(String worker) {
        // What is said of the worker itself comes first.
        List<?> said =
                entities.createNativeQuery(
                                "select paused from worker_pause where worker in (?1, ?2)"
                                        + " order by worker = ?2 limit 1")
                        .setParameter(1, worker)
                        .setParameter(2, OTHERS)
                        .getResultList();
        return said.contains(true);
    }
}

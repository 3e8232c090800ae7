package studio.pingvas.generation.erasure;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Deletes rows of jobs for good, which only an erasure may do. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ErasedJobs {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /**
     * @return how many, at most the limit
     */
    public int deleteEnded(UUID userId, int limit) {
        return ((Number)
                        entities.createNativeQuery("select erase_ended_jobs(?1, ?2)")
                                .setHint("eclipselink.transaction.join-existing", "true")
                                .setParameter(1, userId)
                                .setParameter(2, limit)
                                .getSingleResult())
                .intValue();
    }
}

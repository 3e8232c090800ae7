package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** The time of the database: one clock for all nodes, however wrong their own may be. */
@Dependent
public class DatabaseClock {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    public Instant now() {
        Timestamp now =
                (Timestamp)
                        entities.createNativeQuery("select now()::timestamptz")
                                .setFlushMode(FlushModeType.COMMIT)
                                .getSingleResult();
        return now.toInstant();
    }
}

package studio.pingvas.generation.line.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;

/** SQL on the rows of users and tiers, which no entity stands for. */
final class Statements {
    private Statements() {}

    /** Runs in the transaction even if it reads, and saves no entity before its time. */
    static Query of(EntityManager entities, String sql) {
        return entities.createNativeQuery(sql)
                .setFlushMode(FlushModeType.COMMIT)
                .setHint("eclipselink.transaction.join-existing", "true");
    }
}

package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.platform.database.ArrayText;

/** How many events users have had, as their lines count them. */
@Dependent
public class EventNumbers {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /** One question for all of them; who never had a job is missing. */
    public Map<UUID, Long> newestOf(Set<UUID> userIds) {
        List<?> rows =
                entities.createNativeQuery(
                                "select user_id, last_seq from user_line"
                                        + " where user_id = any (cast(?1 as uuid[]))")
                        .setParameter(1, ArrayText.of(userIds))
                        .getResultList();
        Map<UUID, Long> newest = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            newest.put((UUID) columns[0], ((Number) columns[1]).longValue());
        }
        return newest;
    }
}

package studio.pingvas.generation.library;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Takes what a deleted account had written out of the library, also what others could see. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LibraryErasure {
    private static final List<String> TABLES = List.of("template", "prompt_preset", "workflow");

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /** All of it at once: there is a most for each user. */
    public void erase(UUID userId) {
        for (String table : TABLES) {
            entities.createNativeQuery("delete from " + table + " where user_id = ?1")
                    .setParameter(1, userId)
                    .executeUpdate();
        }
    }
}

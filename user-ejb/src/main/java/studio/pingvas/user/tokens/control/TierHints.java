package studio.pingvas.user.tokens.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The tier as payment told it last: for clients to show, never to decide by. */
@Stateless
public class TierHints {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    public String of(UUID userId) {
        List<?> tiers =
                entities.createNativeQuery("SELECT tier FROM account WHERE id = ?1")
                        .setParameter(1, userId)
                        .getResultList();
        return tiers.isEmpty() ? "free" : (String) tiers.get(0);
    }
}

package studio.pingvas.user.signin.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.user.accounts.entity.Account;

/** What is known of an account before its owner has proven anything. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Credentials {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    public Optional<Account> of(String email) {
        return entities.createQuery(
                        "SELECT a FROM Account a WHERE LOWER(a.email) = :email", Account.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /** Past the version of the row: two sign-ins at once are no conflict. */
    public void noteSignIn(UUID accountId) {
        entities.createNativeQuery("UPDATE account SET last_login_at = now() WHERE id = ?1")
                .setParameter(1, accountId)
                .executeUpdate();
    }
}

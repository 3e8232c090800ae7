package studio.pingvas.user.housekeeping;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import studio.pingvas.user.accounts.control.AccountDeletion;

/**
 * Accounts whose address nobody has proven, so that nobody can keep the address of somebody else.
 *
 * <p>An account goes only if it was not used for as long as it was given to verify: whoever still
 * makes pictures keeps them. It cannot have paid, for that takes a verified address; one that has a
 * plan all the same, another way to sign in, or more rights than everybody stays.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UnverifiedAccounts {
    private static final int BATCH = 100;

    private static final String IS_ABANDONED =
            """
             NOT email_verified AND email IS NOT NULL AND password_hash IS NOT NULL
            AND roles = 'user' AND tier = 'free'
            AND created_at < now() - make_interval(secs => ?1)
            AND (last_login_at IS NULL OR last_login_at < now() - make_interval(secs => ?1))
            AND NOT EXISTS (SELECT FROM session WHERE account_id = account.id
                AND last_seen_at >= now() - make_interval(secs => ?1))
            AND NOT EXISTS (SELECT FROM linked_identity WHERE account_id = account.id)
            """;

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject HousekeepingSettings settings;
    @Inject AccountDeletion deletion;

    /** Some of those that are abandoned, oldest first. */
    public List<UUID> someAbandoned() {
        List<?> ids =
                entities.createNativeQuery(
                                "SELECT id FROM account WHERE"
                                        + IS_ABANDONED
                                        + " ORDER BY created_at LIMIT ?2")
                        .setParameter(1, settings.unverifiedLife().toSeconds())
                        .setParameter(2, BATCH)
                        .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /**
     * @return false if it was verified or used in the meantime
     */
    public boolean delete(UUID accountId) {
        boolean stillAbandoned =
                !entities.createNativeQuery(
                                "SELECT id FROM account WHERE id = ?2 AND"
                                        + IS_ABANDONED
                                        + " FOR UPDATE")
                        .setParameter(1, settings.unverifiedLife().toSeconds())
                        .setParameter(2, accountId)
                        .getResultList()
                        .isEmpty();
        if (stillAbandoned) {
            deletion.delete(accountId);
        }
        return stillAbandoned;
    }
}

package studio.pingvas.user.accounts.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.contracts.user.EmailTakenException;
import studio.pingvas.contracts.user.Registration;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.accounts.control.AccountDeletion;
import studio.pingvas.user.accounts.control.PasswordHashing;
import studio.pingvas.user.accounts.control.RegistrationRules;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.sessions.OpenSessions;

/** Accounts in PostgreSQL. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaAccounts implements Accounts {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject PasswordHashing passwords;
    @Inject AccountDeletion deletion;
    @Inject OpenSessions sessions;

    @Override
    public AccountView register(Registration registration) {
        Registration accepted = RegistrationRules.accept(registration);
        // Before the first query: the transaction holds no connection while the hash is computed.
        String hash = passwords.hash(accepted.password());
        UUID id = Uuid7.create();
        int inserted =
                entities.createNativeQuery(
                                "INSERT INTO account (id, email, password_hash, display_name)"
                                        + " VALUES (?1, ?2, ?3, ?4)"
                                        + " ON CONFLICT (lower(email)) DO NOTHING")
                        .setParameter(1, id)
                        .setParameter(2, accepted.email())
                        .setParameter(3, hash)
                        .setParameter(4, accepted.displayName())
                        .executeUpdate();
        if (inserted == 0) {
            throw new EmailTakenException();
        }
        return entities.find(Account.class, id).view();
    }

    @Override
    public AccountView get(UUID userId) {
        Account account = entities.find(Account.class, userId);
        if (account == null) {
            throw new NotFoundException("The account");
        }
        return account.view();
    }

    /** The deletion has the transaction: this node forgets the sessions after the commit. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void delete(UUID userId) {
        deletion.delete(userId);
        sessions.forget(userId);
    }
}

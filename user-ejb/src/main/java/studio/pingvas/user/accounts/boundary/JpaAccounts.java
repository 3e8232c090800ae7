package studio.pingvas.user.accounts.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.contracts.user.EmailNotVerifiedException;
import studio.pingvas.contracts.user.EmailTakenException;
import studio.pingvas.contracts.user.ProfileChange;
import studio.pingvas.contracts.user.Registration;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.accounts.control.AccountDeletion;
import studio.pingvas.user.accounts.control.PasswordHashing;
import studio.pingvas.user.accounts.control.ProfileRules;
import studio.pingvas.user.accounts.control.RegistrationRules;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.limits.AddressLimits;
import studio.pingvas.user.sessions.OpenSessions;
import studio.pingvas.user.verification.VerificationMail;

/** Accounts in PostgreSQL. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaAccounts implements Accounts {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject PasswordHashing passwords;
    @Inject AccountDeletion deletion;
    @Inject OpenSessions sessions;
    @Inject AddressLimits limits;
    @Inject VerificationMail verification;
    @Inject AuditLog audit;

    Clock clock = Clock.systemUTC();

    @Override
    public AccountView register(Registration registration, Device device) {
        limits.useRegistration(device);
        Registration accepted = RegistrationRules.accept(registration);
        // Before the first query: the transaction holds no connection while the hash is computed.
        String hash = passwords.hash(accepted.password());
        UUID id = Uuid7.create();
        int inserted =
                entities.createNativeQuery(
                                "INSERT INTO account"
                                        + " (id, email, password_hash, display_name, language)"
                                        + " VALUES (?1, ?2, ?3, ?4, coalesce(?5, 'en'))"
                                        + " ON CONFLICT (lower(email)) DO NOTHING")
                        .setParameter(1, id)
                        .setParameter(2, accepted.email())
                        .setParameter(3, hash)
                        .setParameter(4, accepted.displayName())
                        .setParameter(5, accepted.language())
                        .executeUpdate();
        if (inserted == 0) {
            throw new EmailTakenException();
        }
        Account account = accountOf(id);
        verification.send(id, accepted.email(), account.language());
        audit.note("registered", id, device.address(), "The account was opened.");
        return account.view();
    }

    @Override
    public AccountView get(UUID userId) {
        return accountOf(userId).view();
    }

    @Override
    public AccountView change(UUID userId, ProfileChange change) {
        Account account = accountOf(userId);
        account.change(ProfileRules.accept(change), clock.instant());
        return account.view();
    }

    @Override
    public String verifiedEmail(UUID userId) {
        return accountOf(userId).verifiedEmail().orElseThrow(EmailNotVerifiedException::new);
    }

    private Account accountOf(UUID userId) {
        Account account = entities.find(Account.class, userId);
        if (account == null) {
            throw new NotFoundException("The account");
        }
        return account;
    }

    /** The deletion has the transaction: this node forgets the sessions after the commit. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void delete(UUID userId) {
        deletion.delete(userId);
        sessions.forget(userId);
    }
}

package studio.pingvas.user.accounts.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.message.AccountDeleted;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.events.UserEvents;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.MailOutbox;

/**
 * Deletes an account in one transaction, with everything in this schema that references it. What
 * stays is the random id: in the audit log, and where other modules must keep books. It leads to
 * nobody any more.
 */
@Stateless
public class AccountDeletion {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject MailOutbox mails;
    @Inject AuditLog audit;
    @Inject UserEvents events;

    Clock clock = Clock.systemUTC();

    /**
     * @throws NotFoundException if there is no such account
     */
    public void delete(UUID userId) {
        Account account = entities.find(Account.class, userId, LockModeType.PESSIMISTIC_WRITE);
        if (account == null) {
            throw new NotFoundException("The account");
        }
        account.email().ifPresent(email -> replaceMailsByNotice(email, account.language()));
        // Sessions, tokens, keys and identities go with it: their tables say ON DELETE CASCADE.
        entities.remove(account);
        audit.note("account-deleted", userId, null, "The account was deleted.");
        events.publish(new AccountDeleted(AccountDeleted.VERSION, userId, clock.instant()));
    }

    /** Links in mails that still wait lead nowhere from now on. */
    private void replaceMailsByNotice(String email, String language) {
        entities.createNativeQuery("DELETE FROM mail WHERE lower(recipient) = lower(?1)")
                .setParameter(1, email)
                .executeUpdate();
        mails.queue(MailKind.ACCOUNT_DELETED, email, language, Map.of());
    }
}

package studio.pingvas.user.passwords;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.MailOutbox;
import studio.pingvas.user.sessions.SessionTable;
import studio.pingvas.user.verification.OneTimeTokens;
import studio.pingvas.user.verification.OneTimeTokens.Purpose;
import studio.pingvas.user.verification.Verifications;

/** The transactions of {@link JpaPasswords}; hashes are made before them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasswordChange {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject OneTimeTokens tokens;
    @Inject Verifications verifications;
    @Inject SessionTable sessions;
    @Inject MailOutbox mails;
    @Inject AuditLog audit;

    public Account accountOf(UUID userId) {
        Account account = entities.find(Account.class, userId);
        if (account == null) {
            throw new NotFoundException("The account");
        }
        return account;
    }

    /** Whose link it is; it stays good. */
    public Account accountOfLink(String token) {
        return accountOf(tokens.ownerOf(token, Purpose.RESET_PASSWORD));
    }

    /** Uses the link up. It came by mail, so the address is verified now. */
    public void reset(String token, String hash) {
        UUID accountId = tokens.redeem(token, Purpose.RESET_PASSWORD);
        change(accountId, hash, null);
        verifications.verify(accountId);
    }

    public void change(UUID accountId, String hash, UUID keptSession) {
        Account account = entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
        account.changePassword(hash);
        entities.flush();
        tokens.withdraw(accountId);
        sessions.endOthers(accountId, keptSession);
        audit.note("password-changed", accountId, null, "The password was changed.");
        account.email()
                .ifPresent(
                        email ->
                                mails.queue(
                                        MailKind.PASSWORD_CHANGED,
                                        email,
                                        account.language(),
                                        Map.of()));
    }
}

package studio.pingvas.user.passwords;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.user.BadCredentialsException;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.contracts.user.EmailNotVerifiedException;
import studio.pingvas.contracts.user.Passwords;
import studio.pingvas.user.accounts.control.PasswordHashing;
import studio.pingvas.user.accounts.control.PasswordRules;
import studio.pingvas.user.accounts.control.RegistrationRules;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.limits.AddressLimits;
import studio.pingvas.user.limits.SignInFailures;
import studio.pingvas.user.sessions.OpenSessions;

/** Passwords in PostgreSQL. No transaction, and so no connection, is held while one is hashed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaPasswords implements Passwords {
    @Inject PasswordHashing hashing;
    @Inject PasswordChange changes;
    @Inject ResetRequests requests;
    @Inject AddressLimits addresses;
    @Inject SignInFailures failures;
    @Inject OpenSessions open;

    @Override
    public void requestReset(String email, Device device) {
        if (!RegistrationRules.isEmail(email)) {
            throw new InvalidRequestException("/email", "Not an email address.");
        }
        addresses.useReset(device);
        requests.add(email);
    }

    @Override
    public void reset(String token, String newPassword) {
        // Before anything is hashed: made-up tokens must cost next to nothing.
        Account account = changes.accountOfLink(token);
        String email = account.email().orElse(null);
        PasswordRules.require("/password", newPassword, email);
        changes.reset(token, hashing.hash(newPassword));
        account.email().ifPresent(failures::forget);
        open.forget(account.id());
    }

    @Override
    public void change(UUID userId, String current, String newPassword, Device device, UUID kept) {
        Account account = changes.accountOf(userId);
        PasswordRules.require("/new_password", newPassword, account.email().orElse(null));
        requireCurrent(account, current, device);
        changes.change(userId, hashing.hash(newPassword), kept);
        open.forget(userId);
    }

    /** Whoever found an open session must not find out the password by trying. */
    private void requireCurrent(Account account, String current, Device device) {
        if (account.passwordHash().isEmpty()) {
            // A first password is another way in: only for who has proven to own the address.
            account.verifiedEmail().orElseThrow(EmailNotVerifiedException::new);
            return;
        }
        // A password needs an address: the table says so.
        String email = account.email().orElseThrow();
        addresses.requireSignInAllowed(device);
        boolean possible = current != null && current.length() <= PasswordRules.MAX_LENGTH;
        boolean right =
                hashing.matches(
                        possible ? current : "",
                        account.passwordHash(),
                        () -> failures.requireNoDelay(email),
                        () -> failures.note(email, account.id(), device));
        if (!right) {
            addresses.noteSignInFailure(device);
            throw new BadCredentialsException();
        }
        failures.forget(email);
    }
}

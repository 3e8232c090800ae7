package studio.pingvas.user.signin.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.user.BadCredentialsException;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.contracts.user.SignIn;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.contracts.user.TokenPair;
import studio.pingvas.user.accounts.control.PasswordHashing;
import studio.pingvas.user.accounts.control.PasswordRules;
import studio.pingvas.user.accounts.control.RegistrationRules;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.limits.AddressLimits;
import studio.pingvas.user.limits.SignInFailures;
import studio.pingvas.user.sessions.OpenSessions;
import studio.pingvas.user.sessions.SessionTable;
import studio.pingvas.user.signin.control.Credentials;
import studio.pingvas.user.signin.control.RefreshTokens;
import studio.pingvas.user.signin.control.Rotation;
import studio.pingvas.user.tokens.control.AccessTokenIssuer;

/**
 * Sign-in by password or refresh token. It has no transaction of its own: no connection is held
 * while a password is hashed, and what must commit although the answer is a refusal does.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordSignIn implements SignIn {
    @Inject Credentials credentials;
    @Inject PasswordHashing passwords;
    @Inject RefreshTokens refreshTokens;
    @Inject AccessTokenIssuer accessTokens;
    @Inject AddressLimits addresses;
    @Inject SignInFailures failures;
    @Inject SessionTable sessions;
    @Inject OpenSessions openSessions;

    @Override
    public Identity identify(String email, String password, Device device) {
        Identity identity = prove(email, password, device);
        return identity.inSession(sessions.open(identity.userId(), Kind.PAGE, device));
    }

    @Override
    public TokenPair signIn(String email, String password, Device device) {
        Identity identity = prove(email, password, device);
        RefreshTokens.Opened opened = refreshTokens.open(identity.userId(), device);
        return pairOf(identity.inSession(opened.sessionId()), opened.token());
    }

    private Identity prove(String email, String password, Device device) {
        requireGiven(email, password);
        addresses.requireSignInAllowed(device);
        Optional<Account> account = isPossible(email) ? credentials.of(email) : Optional.empty();
        UUID accountId = account.map(Account::id).orElse(null);
        boolean tooLong = password.length() > PasswordRules.MAX_LENGTH;
        Optional<String> hash = tooLong ? Optional.empty() : account.flatMap(Account::passwordHash);
        boolean right =
                passwords.matches(
                        tooLong ? "" : password,
                        hash,
                        () -> failures.requireNoDelay(email),
                        () -> failures.note(email, accountId, device));
        if (!right) {
            addresses.noteSignInFailure(device);
            throw new BadCredentialsException();
        }
        Identity identity = account.orElseThrow().identity();
        failures.forget(email);
        credentials.noteSignIn(identity.userId());
        return identity;
    }

    @Override
    public TokenPair refresh(String refreshToken) {
        if (refreshToken == null) {
            throw new InvalidRequestException("/refresh_token", "A refresh token is required.");
        }
        Rotation rotation = refreshTokens.rotate(refreshToken);
        if (rotation instanceof Rotation.Rotated rotated) {
            return pairOf(rotated.owner(), rotated.successor());
        }
        if (rotation instanceof Rotation.Expired) {
            throw new TokenExpiredException();
        }
        if (rotation instanceof Rotation.Reused reused) {
            openSessions.forget(reused.accountId());
        }
        throw new TokenInvalidException();
    }

    private TokenPair pairOf(Identity identity, String refreshToken) {
        return new TokenPair(
                accessTokens.issue(identity), refreshToken, accessTokens.lifeSeconds());
    }

    /** No account has another address, and the database takes no NUL in a text. */
    private static boolean isPossible(String email) {
        return RegistrationRules.isEmail(email);
    }

    private static void requireGiven(String email, String password) {
        List<Violation> missing = new ArrayList<>();
        if (email == null) {
            missing.add(new Violation("/email", "An email address is required."));
        }
        if (password == null) {
            missing.add(new Violation("/password", "A password is required."));
        }
        if (!missing.isEmpty()) {
            throw new InvalidRequestException(missing);
        }
    }
}

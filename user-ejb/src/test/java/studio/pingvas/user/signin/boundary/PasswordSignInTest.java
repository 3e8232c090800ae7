package studio.pingvas.user.signin.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.user.BadCredentialsException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.contracts.user.TokenPair;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.control.PasswordHashing;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.signin.control.SignInFixture;
import studio.pingvas.user.tokens.control.TokenFixture;

class PasswordSignInTest {
    private static final PasswordHashing PASSWORDS = new PasswordHashing();
    private static final String PASSWORD = "correct horse";
    private static final String HASH = PASSWORDS.hash(PASSWORD);

    private final UUID ann = UUID.randomUUID();
    private final TokenFixture tokens = TokenFixture.node();
    private final PasswordSignIn signIn = new PasswordSignIn();

    @BeforeEach
    void openAccount() {
        UsersDatabase.empty();
        UsersDatabase.run(
                entities ->
                        entities.persist(
                                Account.open(
                                        ann,
                                        "ann@example.test",
                                        HASH,
                                        "Ann",
                                        java.time.Instant.now())));
        signIn.passwords = PASSWORDS;
        signIn.credentials = SignInFixture.credentials();
        signIn.refreshTokens = SignInFixture.refreshTokens();
        signIn.accessTokens = tokens.issuer;
    }

    @Test
    void rightPasswordProvesTheOwnerAndNotesTheTime() {
        Identity identity = signIn.identify("ANN@example.test", PASSWORD);
        assertThat(identity.userId()).isEqualTo(ann);
        assertThat(identity.roles()).containsExactly("user");
        assertThat(
                        UsersDatabase.query(
                                "SELECT last_login_at > now() - interval '1 minute' FROM account",
                                Boolean.class))
                .isTrue();
    }

    @Test
    void wrongPasswordAndUnknownAddressAreToldTheSame() {
        assertThatThrownBy(() -> signIn.identify("ann@example.test", "wrong"))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage(new BadCredentialsException().getMessage());
        for (String nobody : List.of("eve@example.test", "", "no address", "\0@example.test")) {
            assertThatThrownBy(() -> signIn.identify(nobody, PASSWORD))
                    .isInstanceOf(BadCredentialsException.class)
                    .hasMessage(new BadCredentialsException().getMessage());
        }
    }

    @Test
    void endlessPasswordIsNotHashed() {
        assertThatThrownBy(() -> signIn.identify("ann@example.test", "x".repeat(1_000_000)))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void missingValuesAreNamed() {
        assertThatThrownBy(() -> signIn.identify(null, null))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e ->
                                assertThat(e.details().get("errors"))
                                        .asString()
                                        .contains("/email", "/password"));
        assertThatThrownBy(() -> signIn.refresh(null)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void accountWithoutPasswordCannotSignInByOne() {
        UsersDatabase.execute("UPDATE account SET password_hash = NULL");
        assertThatThrownBy(() -> signIn.identify("ann@example.test", PASSWORD))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void signInGivesTokensThatWork() {
        TokenPair pair = signIn.signIn("ann@example.test", PASSWORD);
        assertThat(pair.expiresInSeconds()).isEqualTo(900);
        assertThat(tokens.verifier.verify(pair.accessToken()).userId()).isEqualTo(ann);
        TokenPair next = signIn.refresh(pair.refreshToken());
        assertThat(next.refreshToken()).isNotEqualTo(pair.refreshToken());
        assertThat(tokens.verifier.verify(next.accessToken()).userId()).isEqualTo(ann);
    }

    @Test
    void refreshTokenIsNoAccessToken() {
        TokenPair pair = signIn.signIn("ann@example.test", PASSWORD);
        assertThatThrownBy(() -> tokens.verifier.verify(pair.refreshToken()))
                .isInstanceOf(TokenInvalidException.class);
        assertThatThrownBy(() -> signIn.refresh(pair.accessToken()))
                .isInstanceOf(TokenInvalidException.class);
    }

    @Test
    void reusedTokenKillsItsFamilyAndNoOther() {
        TokenPair stolen = signIn.signIn("ann@example.test", PASSWORD);
        TokenPair elsewhere = signIn.signIn("ann@example.test", PASSWORD);
        TokenPair next = signIn.refresh(stolen.refreshToken());

        assertRefused(stolen);
        assertRefused(next);
        assertThat(signIn.refresh(elsewhere.refreshToken())).isNotNull();
    }

    @Test
    void oneOfManyRefreshesAtOnceSucceedsAndTheFamilyIsDead() throws Exception {
        TokenPair pair = signIn.signIn("ann@example.test", PASSWORD);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<TokenPair> won = new ArrayList<>();
        try {
            Callable<TokenPair> attempt = () -> tryRefresh(pair);
            for (Future<TokenPair> each :
                    threads.invokeAll(java.util.Collections.nCopies(6, attempt))) {
                if (each.get() != null) {
                    won.add(each.get());
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(won).hasSize(1);
        assertRefused(won.get(0));
    }

    @Test
    void idleTokenExpires() {
        TokenPair pair = signIn.signIn("ann@example.test", PASSWORD);
        UsersDatabase.execute("UPDATE refresh_token SET expires_at = now() - interval '1 second'");
        assertThatThrownBy(() -> signIn.refresh(pair.refreshToken()))
                .isInstanceOf(TokenExpiredException.class);
    }

    @Test
    void noRefreshOutlivesTheFamily() {
        TokenPair pair = signIn.signIn("ann@example.test", PASSWORD);
        UsersDatabase.execute(
                "UPDATE refresh_token SET expires_at = now() + interval '1 hour',"
                        + " family_expires_at = now() + interval '1 hour'");
        signIn.refresh(pair.refreshToken());
        assertThat(
                        UsersDatabase.query(
                                "SELECT max(expires_at) < now() + interval '61 minutes'"
                                        + " FROM refresh_token",
                                Boolean.class))
                .isTrue();
    }

    @Test
    void nextSignInForgetsDeadFamilies() {
        signIn.signIn("ann@example.test", PASSWORD);
        UsersDatabase.execute(
                "UPDATE refresh_token SET expires_at = now() - interval '1 day',"
                        + " family_expires_at = now() - interval '1 day'");
        signIn.signIn("ann@example.test", PASSWORD);
        assertThat(UsersDatabase.query("SELECT count(*) FROM refresh_token", Long.class))
                .isEqualTo(1);
    }

    private TokenPair tryRefresh(TokenPair pair) {
        try {
            return signIn.refresh(pair.refreshToken());
        } catch (TokenInvalidException e) {
            return null;
        }
    }

    private void assertRefused(TokenPair pair) {
        assertThatThrownBy(() -> signIn.refresh(pair.refreshToken()))
                .isInstanceOf(TokenInvalidException.class);
    }
}

package studio.pingvas.user.signin.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.contracts.user.BadCredentialsException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.contracts.user.TokenPair;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.control.PasswordHashing;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.limits.LimitFixture;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.QueuedMails;
import studio.pingvas.user.sessions.OpenSessions;
import studio.pingvas.user.sessions.SessionFixture;
import studio.pingvas.user.signin.control.SignInFixture;
import studio.pingvas.user.tokens.control.TokenFixture;

class PasswordSignInTest {
    private static final PasswordHashing PASSWORDS = new PasswordHashing();
    private static final String PASSWORD = "correct horse";
    private static final String HASH = PASSWORDS.hash(PASSWORD);

    private final UUID ann = UUID.randomUUID();
    private final TokenFixture tokens = TokenFixture.node();
    private final OpenSessions node = SessionFixture.node();
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
        signIn.addresses = LimitFixture.addresses(1000);
        signIn.failures = LimitFixture.failures();
        signIn.sessions = SessionFixture.table();
        signIn.openSessions = node;
    }

    @Test
    void rightPasswordProvesTheOwnerAndNotesTheTime() {
        Identity identity = signIn.identify("ANN@example.test", PASSWORD, SessionFixture.DEVICE);
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
        assertThatThrownBy(
                        () -> signIn.identify("ann@example.test", "wrong", SessionFixture.DEVICE))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage(new BadCredentialsException().getMessage());
        for (String nobody : List.of("eve@example.test", "", "no address", "\0@example.test")) {
            assertThatThrownBy(() -> signIn.identify(nobody, PASSWORD, SessionFixture.DEVICE))
                    .isInstanceOf(BadCredentialsException.class)
                    .hasMessage(new BadCredentialsException().getMessage());
        }
    }

    @Test
    void endlessPasswordIsNotHashed() {
        assertThatThrownBy(
                        () ->
                                signIn.identify(
                                        "ann@example.test",
                                        "x".repeat(1_000_000),
                                        SessionFixture.DEVICE))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void guessesBecomeSlowWhetherOrNotThereIsAnAccount() {
        for (String email : List.of("ann@example.test", "nobody@example.test")) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> signIn.identify(email, "wrong", SessionFixture.DEVICE))
                        .isInstanceOf(BadCredentialsException.class);
            }
            assertThatThrownBy(() -> signIn.identify(email, PASSWORD, SessionFixture.DEVICE))
                    .isInstanceOf(RateLimitedException.class);
        }
    }

    @Test
    void rightPasswordForgetsTheWrongOnes() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThatThrownBy(
                                () ->
                                        signIn.identify(
                                                "ann@example.test", "wrong", SessionFixture.DEVICE))
                        .isInstanceOf(BadCredentialsException.class);
            }
            assertThat(identify()).isNotNull();
        }
    }

    @Test
    void floodOfGuessesAtOnceIsLetInOneAfterAnother() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        int compared = 0;
        try {
            Callable<Boolean> guess = () -> isCompared("wrong");
            for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(40, guess))) {
                compared += each.get() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(compared).isBetween(5, 5 + cores);
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        signIn.addresses = LimitFixture.addresses(3);
        for (int i = 0; i < 3; i++) {
            String nobody = "nobody" + i + "@example.test";
            assertThatThrownBy(() -> signIn.identify(nobody, "wrong", SessionFixture.DEVICE))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(this::identify).isInstanceOf(RateLimitedException.class);
    }

    private boolean isCompared(String password) {
        try {
            signIn.identify("ann@example.test", password, SessionFixture.DEVICE);
            return true;
        } catch (BadCredentialsException e) {
            return true;
        } catch (RateLimitedException e) {
            return false;
        }
    }

    @Test
    void missingValuesAreNamed() {
        assertThatThrownBy(() -> signIn.identify(null, null, SessionFixture.DEVICE))
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
        assertThatThrownBy(
                        () -> signIn.identify("ann@example.test", PASSWORD, SessionFixture.DEVICE))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void signInGivesTokensThatWork() {
        TokenPair pair = signIn();
        assertThat(pair.expiresInSeconds()).isEqualTo(900);
        assertThat(tokens.verifier.verify(pair.accessToken()).userId()).isEqualTo(ann);
        TokenPair next = signIn.refresh(pair.refreshToken());
        assertThat(next.refreshToken()).isNotEqualTo(pair.refreshToken());
        assertThat(tokens.verifier.verify(next.accessToken()).userId()).isEqualTo(ann);
    }

    @Test
    void refreshTokenIsNoAccessToken() {
        TokenPair pair = signIn();
        assertThatThrownBy(() -> tokens.verifier.verify(pair.refreshToken()))
                .isInstanceOf(TokenInvalidException.class);
        assertThatThrownBy(() -> signIn.refresh(pair.accessToken()))
                .isInstanceOf(TokenInvalidException.class);
    }

    @Test
    void signInOpensASessionOfItsKind() {
        Identity identity = identify();
        assertThat(node.identityIn(identity.sessionId())).contains(identity);
        TokenPair pair = signIn();
        UUID session = tokens.verifier.verify(pair.accessToken()).sessionId();
        assertThat(kindOf(identity.sessionId())).isEqualTo("page");
        assertThat(kindOf(session)).isEqualTo("api");
        assertThat(tokens.verifier.verify(signIn.refresh(pair.refreshToken()).accessToken()))
                .extracting(Identity::sessionId)
                .isEqualTo(session);
    }

    @Test
    void refreshedTokenThatComesAgainLaterEndsItsSessionAndNoOther() {
        TokenPair stolen = signIn();
        TokenPair elsewhere = signIn();
        TokenPair next = signIn.refresh(stolen.refreshToken());
        UsersDatabase.execute("UPDATE refresh_token SET used_at = used_at - interval '11 seconds'");

        assertThat(node.identityIn(sessionOf(next))).isPresent();
        assertRefused(stolen);
        assertRefused(next);
        assertThat(node.identityIn(sessionOf(next))).as("at once on this node").isEmpty();
        assertThat(signIn.refresh(elsewhere.refreshToken())).isNotNull();
        assertThat(QueuedMails.to("ann@example.test")).containsExactly(MailKind.SESSIONS_ENDED);
        assertThat(
                        UsersDatabase.query(
                                "SELECT count(*) FROM security_event"
                                        + " WHERE type = 'refresh-token-reused'",
                                Long.class))
                .isEqualTo(1);
    }

    @Test
    void noGraceForATokenWhoseSuccessorWasUsed() {
        TokenPair first = signIn();
        TokenPair second = signIn.refresh(first.refreshToken());
        TokenPair third = signIn.refresh(second.refreshToken());
        assertRefused(first);
        assertRefused(third);
    }

    @Test
    void tabsThatRefreshAtOnceGetTheSameToken() throws Exception {
        TokenPair pair = signIn();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        Set<String> successors = new HashSet<>();
        try {
            Callable<TokenPair> refresh = () -> signIn.refresh(pair.refreshToken());
            for (Future<TokenPair> each : threads.invokeAll(Collections.nCopies(6, refresh))) {
                successors.add(each.get().refreshToken());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(successors).hasSize(1).doesNotContain(pair.refreshToken());
        assertThat(UsersDatabase.query("SELECT count(*) FROM refresh_token", Long.class))
                .isEqualTo(2);
        assertThat(signIn.refresh(successors.iterator().next())).isNotNull();
    }

    @Test
    void tokenOfAnEndedSessionIsRefused() {
        TokenPair pair = signIn();
        SessionFixture.table().end(ann, sessionOf(pair));
        assertRefused(pair);
    }

    @Test
    void idleTokenExpires() {
        TokenPair pair = signIn();
        UsersDatabase.execute("UPDATE refresh_token SET expires_at = now() - interval '1 second'");
        assertThatThrownBy(() -> signIn.refresh(pair.refreshToken()))
                .isInstanceOf(TokenExpiredException.class);
    }

    @Test
    void noRefreshOutlivesTheFamily() {
        TokenPair pair = signIn();
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

    private Identity identify() {
        return signIn.identify("ann@example.test", PASSWORD, SessionFixture.DEVICE);
    }

    private TokenPair signIn() {
        return signIn.signIn("ann@example.test", PASSWORD, SessionFixture.DEVICE);
    }

    private UUID sessionOf(TokenPair pair) {
        return tokens.verifier.verify(pair.accessToken()).sessionId();
    }

    private static String kindOf(UUID session) {
        return UsersDatabase.query(
                "SELECT kind FROM session WHERE id = '" + session + "'", String.class);
    }

    private void assertRefused(TokenPair pair) {
        assertThatThrownBy(() -> signIn.refresh(pair.refreshToken()))
                .isInstanceOf(TokenInvalidException.class);
    }
}

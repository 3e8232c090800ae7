package studio.pingvas.user.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.sessions.OpenSessions;
import studio.pingvas.user.sessions.SessionFixture;
import studio.pingvas.user.sso.SsoFixture;
import studio.pingvas.user.tokens.control.TokenFixture;

/** A token is as good as the session it belongs to, and says nothing about roles. */
class OwnTokensTest {
    private final UUID ann = UUID.randomUUID();
    private final TokenFixture tokens = TokenFixture.node();
    private final OpenSessions node = SessionFixture.node();
    private final JwtAccessTokens access = new JwtAccessTokens();
    private UUID session;

    @BeforeEach
    void signIn() {
        UsersDatabase.empty();
        UsersDatabase.run(
                entities ->
                        entities.persist(
                                Account.open(ann, "ann@example.test", "h", "Ann", Instant.now())));
        session = SessionFixture.table().open(ann, Kind.API, SessionFixture.DEVICE);
        access.verifier = tokens.verifier;
        access.sessions = node;
        access.issuerTokens = new SsoFixture(Clock.systemUTC()).verifier;
    }

    @Test
    void tokenOfAnOpenSessionIsAccepted() {
        Identity caller = access.verify(token(ann, "user"));
        assertThat(caller.userId()).isEqualTo(ann);
        assertThat(caller.sessionId()).isEqualTo(session);
    }

    @Test
    void rolesComeFromTheDatabase() {
        assertThat(access.verify(token(ann, "admin")).roles()).containsExactly("user");
    }

    @Test
    void tokenOfAnEndedSessionIsRefused() {
        String token = token(ann, "user");
        assertThat(access.verify(token)).isNotNull();
        SessionFixture.facadeOf(node).end(ann, session);
        assertRefused(token);
    }

    @Test
    void nodeThatRemembersNothingRefusesItToo() {
        String token = token(ann, "user");
        access.verify(token);
        SessionFixture.facadeOf(SessionFixture.node()).end(ann, session);
        access.sessions = SessionFixture.node();
        assertRefused(token);
    }

    @Test
    void tokenOfADeletedAccountIsRefused() {
        UsersDatabase.execute("DELETE FROM account");
        assertRefused(token(ann, "user"));
    }

    @Test
    void tokenInTheSessionOfAnotherIsRefused() {
        assertRefused(token(UUID.randomUUID(), "user"));
    }

    private String token(UUID userId, String role) {
        return tokens.issuer.issue(
                new Identity(userId, "ann@example.test", Set.of(role)).inSession(session));
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> access.verify(token)).isInstanceOf(TokenInvalidException.class);
    }
}

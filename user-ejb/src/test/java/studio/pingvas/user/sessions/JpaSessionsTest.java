package studio.pingvas.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.contracts.user.SessionView;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.accounts.entity.Account;

class JpaSessionsTest {
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final OpenSessions node = SessionFixture.node();
    private final SessionTable table = SessionFixture.table();
    private final JpaSessions sessions = SessionFixture.facadeOf(node);

    @BeforeEach
    void openAccounts() {
        UsersDatabase.empty();
        UsersDatabase.run(
                entities -> {
                    entities.persist(
                            Account.open(ann, "ann@example.test", "h", "Ann", Instant.now()));
                    entities.persist(
                            Account.open(bob, "bob@example.test", "h", "Bob", Instant.now()));
                });
    }

    @Test
    void ownerSeesWhereAndWithWhatTheSignInWas() {
        UUID page = open(Kind.PAGE);
        UUID api = table.open(ann, Kind.API, new Device("192.0.2.9", "curl/8.5.0"));
        assertThat(sessions.list(ann))
                .extracting(SessionView::id, SessionView::kind, SessionView::device)
                .containsExactly(
                        tuple(api, Kind.API, "curl"), tuple(page, Kind.PAGE, "Firefox on Linux"));
        assertThat(sessions.list(ann).get(0).address()).isEqualTo("192.0.2.9");
        assertThat(sessions.list(bob)).isEmpty();
    }

    @Test
    void rolesAreThoseOfTheAccountAndNotOfTheSignIn() {
        UUID session = open(Kind.PAGE);
        assertThat(sessions.identityIn(session).orElseThrow().roles()).containsExactly("user");
        UsersDatabase.execute("UPDATE account SET roles = 'admin,user'");
        assertThat(sessions.identityIn(session).orElseThrow().roles())
                .as("from memory")
                .containsExactly("user");
        node.forget(ann);
        assertThat(sessions.identityIn(session).orElseThrow().roles())
                .containsExactlyInAnyOrder("admin", "user");
    }

    @Test
    void endedSessionIsRefusedAtOnceOnThisNode() {
        UUID ended = open(Kind.PAGE);
        UUID other = open(Kind.PAGE);
        assertThat(sessions.identityIn(ended)).isPresent();
        sessions.end(ann, ended);
        assertThat(sessions.identityIn(ended)).isEmpty();
        assertThat(sessions.identityIn(other)).isPresent();
        assertThat(sessions.list(ann)).extracting(SessionView::id).containsExactly(other);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        UUID session = open(Kind.PAGE);
        assertThatThrownBy(() -> sessions.end(bob, session)).isInstanceOf(NotFoundException.class);
        assertThat(sessions.identityIn(session)).isPresent();
    }

    @Test
    void endingASessionTwiceChangesNothing() {
        UUID session = open(Kind.PAGE);
        sessions.end(ann, session);
        String when = endedAt();
        sessions.end(ann, session);
        assertThat(endedAt()).isEqualTo(when);
        assertThat(
                        UsersDatabase.query(
                                "SELECT count(*) FROM security_event WHERE type = 'session-ended'",
                                Long.class))
                .isEqualTo(1);
    }

    @Test
    void signingOutEverywhereKeepsOnlyTheChosenSession() {
        UUID kept = open(Kind.PAGE);
        UUID other = open(Kind.API);
        UUID bobs = table.open(bob, Kind.PAGE, SessionFixture.DEVICE);
        sessions.endOthers(ann, kept);
        assertThat(sessions.openAmong(Set.of(kept, other, bobs)))
                .containsExactlyInAnyOrder(kept, bobs);
        sessions.endOthers(ann, null);
        assertThat(sessions.openAmong(Set.of(kept, other, bobs))).containsExactly(bobs);
        assertThat(sessions.openAmong(Set.of())).isEmpty();
    }

    @Test
    void idleSessionIsOver() {
        UUID session = open(Kind.PAGE);
        UsersDatabase.execute("UPDATE session SET expires_at = now()");
        assertThat(sessions.identityIn(session)).isEmpty();
        assertThat(sessions.list(ann)).isEmpty();
        assertThat(sessions.openAmong(Set.of(session))).isEmpty();
    }

    @Test
    void useProlongsASessionOnceAMinute() {
        UUID session = open(Kind.PAGE);
        String before = seenAt();
        sessions.identityIn(session);
        assertThat(seenAt()).as("seen less than a minute ago").isEqualTo(before);
        UsersDatabase.execute(
                "UPDATE session SET last_seen_at = now() - interval '61 seconds',"
                        + " expires_at = now() + interval '1 minute'");
        node.forget(ann);
        sessions.identityIn(session);
        assertThat(
                        UsersDatabase.query(
                                "SELECT last_seen_at > now() - interval '10 seconds'"
                                        + " AND expires_at > now() + interval '110 minutes'"
                                        + " FROM session",
                                Boolean.class))
                .isTrue();
    }

    @Test
    void noUseProlongsItForEver() {
        UUID session = open(Kind.PAGE);
        UsersDatabase.execute(
                "UPDATE session SET last_seen_at = now() - interval '1 hour',"
                        + " created_at = now() - interval '90 days' + interval '1 minute'");
        sessions.identityIn(session);
        assertThat(
                        UsersDatabase.query(
                                "SELECT expires_at < now() + interval '2 minutes' FROM session",
                                Boolean.class))
                .isTrue();
    }

    @Test
    void oneSessionTooManyEndsTheOneThatWasUnusedForLongest() {
        List<UUID> five = Stream.generate(() -> open(Kind.API)).limit(5).toList();
        UsersDatabase.execute(
                "UPDATE session SET last_seen_at = now() - interval '1 hour' WHERE id = '"
                        + five.get(2)
                        + "'");
        UUID sixth = open(Kind.API);
        assertThat(sessions.list(ann))
                .extracting(SessionView::id)
                .hasSize(5)
                .contains(sixth)
                .doesNotContain(five.get(2));
    }

    @Test
    void signInAndItsEndAreInTheAuditLog() {
        UUID session = open(Kind.PAGE);
        sessions.end(ann, session);
        assertThat(
                        UsersDatabase.query(
                                "SELECT string_agg(type || ' ' || coalesce(address, '-'), ', '"
                                        + " ORDER BY number) FROM security_event",
                                String.class))
                .isEqualTo("sign-in 192.0.2.7, session-ended -");
    }

    @Test
    void oldRowsAreDeletedAndNoOthers() {
        UUID open = open(Kind.PAGE);
        UUID old = open(Kind.PAGE);
        UUID ended = open(Kind.PAGE);
        sessions.end(ann, ended);
        UsersDatabase.execute(
                "UPDATE session SET ended_at = now() - interval '31 days' WHERE id = '"
                        + old
                        + "'");
        assertThat(table.deleteOld()).isEqualTo(1);
        assertThat(sessions.list(ann)).extracting(SessionView::id).containsExactly(open);
        assertThat(UsersDatabase.query("SELECT count(*) FROM session", Long.class)).isEqualTo(2);
    }

    private UUID open(Kind kind) {
        return table.open(ann, kind, SessionFixture.DEVICE);
    }

    private static String endedAt() {
        return UsersDatabase.query("SELECT ended_at::text FROM session", String.class);
    }

    private static String seenAt() {
        return UsersDatabase.query("SELECT last_seen_at::text FROM session", String.class);
    }
}

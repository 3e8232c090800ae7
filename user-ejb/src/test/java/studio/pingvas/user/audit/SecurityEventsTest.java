package studio.pingvas.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.user.SecurityEventPage;
import studio.pingvas.contracts.user.SecurityEventView;
import studio.pingvas.user.UsersDatabase;

class SecurityEventsTest {
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void emptyTheLog() {
        UsersDatabase.empty();
    }

    @Test
    void entryIsReadAsItWasWritten() {
        UUID admin = UUID.randomUUID();
        note("role-changed", ann, admin, "2001:db8::1", "It is an administrator now.");
        SecurityEventView entry = list(null, null, 10).items().get(0);
        assertThat(entry.number()).isEqualTo(1);
        assertThat(entry.type()).isEqualTo("role-changed");
        assertThat(entry.userId()).isEqualTo(ann);
        assertThat(entry.actor()).isEqualTo(admin);
        assertThat(entry.address()).isEqualTo("2001:db8::1");
        assertThat(entry.detail()).isEqualTo("It is an administrator now.");
        assertThat(entry.at()).isNotNull();
    }

    @Test
    void everybodySeesTheOwnEntriesPageByPageNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            note("sign-in", ann, null, "192.0.2.1", "Sign-in " + i);
            note("sign-in", bob, null, "192.0.2.2", "Not Ann's");
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            SecurityEventPage page = list(ann, cursor, 2);
            page.items().forEach(entry -> seen.add(entry.detail()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen)
                .containsExactly("Sign-in 5", "Sign-in 4", "Sign-in 3", "Sign-in 2", "Sign-in 1");
        assertThat(list(null, null, 100).items()).hasSize(10);
    }

    @Test
    void badPageIsRefused() {
        assertThatThrownBy(() -> list(ann, "x", 10)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> list(ann, null, 0)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> list(ann, null, 101)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void entriesOfTransactionsAtOnceFormOneChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Void> twoEntries =
                    () -> {
                        UsersDatabase.run(
                                entities -> {
                                    AuditFixture.log(entities).note("sign-in", ann, null, "One.");
                                    AuditFixture.log(entities).note("sign-in", bob, null, "Two.");
                                });
                        return null;
                    };
            for (Future<Void> each : threads.invokeAll(Collections.nCopies(40, twoEntries))) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(
                        UsersDatabase.query(
                                "SELECT count(number) = 80 AND max(number) = 80"
                                        + " FROM security_event",
                                Boolean.class))
                .isTrue();
        assertThat(firstBrokenLink()).isZero();
    }

    @Test
    void whatIsRolledBackLeavesNoEntryAndNoGap() {
        note("sign-in", ann, null, null, "First.");
        assertThatThrownBy(
                        () ->
                                UsersDatabase.run(
                                        entities -> {
                                            AuditFixture.log(entities)
                                                    .note("sign-in", ann, null, "Never was.");
                                            throw new IllegalStateException("rolled back");
                                        }))
                .hasMessage("rolled back");
        note("sign-in", ann, null, null, "Second.");
        assertThat(list(null, null, 10).items())
                .extracting(SecurityEventView::number)
                .containsExactly(2L, 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE security_event SET detail = 'Nothing happened.'",
                "DELETE FROM security_event",
                "TRUNCATE security_event",
                "INSERT INTO security_event (type, detail) VALUES ('sign-in', 'Invented.')",
                "ALTER TABLE security_event DISABLE TRIGGER ALL",
                "SELECT chain_security_event()"
            })
    void runningCodeCanOnlyAdd(String sql) {
        note("sign-in", ann, null, null, "First.");
        assertThatThrownBy(
                        () ->
                                UsersDatabase.run(
                                        entities ->
                                                entities.createNativeQuery(sql).executeUpdate()))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(firstBrokenLink()).isZero();
        assertThat(list(null, null, 10).items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE security_event SET detail = 'Nothing happened.' WHERE number = 3",
                "UPDATE security_event SET at = at - interval '1 second' WHERE number = 3",
                "UPDATE security_event SET user_id = NULL WHERE number = 3",
                "UPDATE security_event SET address = '192.0.2.9' WHERE number = 3",
                "UPDATE security_event SET hash = NULL WHERE number = 3",
                "UPDATE security_event SET number = 30 WHERE number = 3"
            })
    void changeByTheOwnerOfTheTableIsFound(String sql) {
        for (int i = 0; i < 5; i++) {
            note("sign-in", ann, null, null, "Entry.");
        }
        assertThat(firstBrokenLink()).isZero();
        UsersDatabase.execute(sql);
        assertThat(firstBrokenLink()).isIn(3L, 4L);
    }

    @Test
    void entryThatWasTakenOutIsMissed() {
        for (int i = 0; i < 5; i++) {
            note("sign-in", ann, null, null, "Entry.");
        }
        UsersDatabase.execute("DELETE FROM security_event WHERE number = 2");
        assertThat(firstBrokenLink()).isEqualTo(3);
    }

    @Test
    void endlessTextIsRefusedByTheTable() {
        assertThatThrownBy(() -> note("sign-in", ann, null, null, "x".repeat(501)))
                .rootCause()
                .hasMessageContaining("security_event_detail_check");
        assertThatThrownBy(() -> note("Sign In", ann, null, null, "x"))
                .rootCause()
                .hasMessageContaining("security_event_type_check");
    }

    private static void note(String type, UUID whom, UUID actor, String address, String detail) {
        UsersDatabase.run(
                entities -> AuditFixture.events(entities).note(type, whom, actor, address, detail));
    }

    private static SecurityEventPage list(UUID userId, String cursor, int limit) {
        return UsersDatabase.inTransaction(
                entities -> AuditFixture.events(entities).list(userId, cursor, limit));
    }

    private static long firstBrokenLink() {
        return UsersDatabase.inTransaction(
                entities -> AuditFixture.events(entities).firstBrokenLink());
    }
}

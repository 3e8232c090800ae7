package studio.pingvas.user.tokens.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.MovingClock;
import studio.pingvas.user.UsersDatabase;

/** Row 30 of the fault matrix: keys change under way, and no good token is refused. */
class KeyRotationTest {
    private static final Identity ANN =
            new Identity(UUID.randomUUID(), "ann@example.test", Set.of("user"))
                    .inSession(UUID.randomUUID());
    private static final Duration STEP = Duration.ofSeconds(20);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-21T10:00:00Z"));
    private TokenFixture one;
    private TokenFixture two;
    private KeyRotation rotation;

    private record Signed(String token, Instant end) {}

    @BeforeEach
    void startTwoNodes() {
        UsersDatabase.empty();
        one = new TokenFixture(UsersDatabase.SETTINGS, clock);
        two = new TokenFixture(UsersDatabase.SETTINGS, clock);
        one.keys.ring();
        clock.pass(Duration.ofSeconds(31));
        two.keys.ring();
        rotation = new KeyRotation();
        rotation.table = one.keys.table;
        rotation.age = Duration.ofDays(90);
        rotation.clock = clock;
    }

    @Test
    void tokensOfEveryNodeAreGoodOnEveryNodeForTheirWholeLife() {
        String first = kid();
        Deque<Signed> good = new ArrayDeque<>();
        rotation.age = Duration.ofMinutes(10);
        for (int i = 0; i < 200; i++) {
            if (i % 15 == 0) {
                rotation.run();
            }
            Instant end = clock.instant().plus(UsersDatabase.SETTINGS.accessTokenLife());
            good.add(new Signed(one.issuer.issue(ANN), end));
            good.add(new Signed(two.issuer.issue(ANN), end));
            good.removeIf(signed -> !clock.instant().isBefore(signed.end()));
            for (Signed signed : good) {
                assertThat(one.verifier.verify(signed.token())).isEqualTo(ANN);
                assertThat(two.verifier.verify(signed.token())).isEqualTo(ANN);
            }
            clock.pass(STEP);
        }
        assertThat(kid()).isNotEqualTo(first);
        assertThat(UsersDatabase.query("SELECT count(*) FROM signing_key", Long.class))
                .isGreaterThan(3);
    }

    @Test
    void youngKeyStays() {
        assertThat(rotation.run()).contains("not old yet");
        clock.pass(Duration.ofDays(90));
        assertThat(rotation.run()).contains("signs from");
    }

    @Test
    void twoRotationsAtOnceMakeOneKey() {
        clock.pass(Duration.ofDays(90));
        String next = rotation.run();
        assertThat(rotation.run()).isEqualTo(next);
        assertThat(one.keys.table.all()).hasSize(2);
    }

    @Test
    void newKeyIsPublishedBeforeItSigns() {
        String old = kid();
        String next = one.keys.table.rotate(clock.instant(), Duration.ZERO).orElseThrow().kid();
        clock.pass(SigningKeys.FRESH);
        assertThat(two.keys.publicKeys()).contains(next, old);
        assertThat(two.keys.ring().signer().kid()).isEqualTo(old);
        clock.pass(SigningKeys.FRESH.multipliedBy(2));
        assertThat(two.keys.ring().signer().kid()).isEqualTo(next);
    }

    @Test
    void oldKeyProvesNothingAfterTheLastTokenItCanHaveSigned() {
        String token = one.issuer.issue(ANN);
        String old = kid();
        one.keys.table.rotate(clock.instant(), Duration.ZERO);
        clock.pass(Duration.ofMinutes(20));
        assertThat(two.keys.publicKeys()).doesNotContain(old);
        assertThatThrownBy(() -> two.verifier.verify(token))
                .isInstanceOf(TokenInvalidException.class);
        clock.pass(Duration.ofDays(2));
        one.keys.table.rotate(clock.instant(), Duration.ofDays(90));
        assertThat(one.keys.table.all()).hasSize(1);
    }

    @Test
    void withdrawnKeyIsRefusedWithinAMinuteEverywhere() {
        String token = one.issuer.issue(ANN);
        one.keys.table.withdraw(kid(), clock.instant());
        one.keys.forget();
        assertThatThrownBy(() -> one.verifier.verify(token))
                .isInstanceOf(TokenInvalidException.class);
        clock.pass(SigningKeys.FRESH);
        assertThatThrownBy(() -> two.verifier.verify(token))
                .isInstanceOf(TokenInvalidException.class);
        assertThat(two.verifier.verify(one.issuer.issue(ANN))).isEqualTo(ANN);
        assertThatThrownBy(() -> one.keys.table.withdraw("nobody's", clock.instant()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void floodOfUnknownKidsAsksTheDatabaseOnceAMinute() throws Exception {
        TokenFixture stranger = new TokenFixture(UsersDatabase.SETTINGS, clock);
        UsersDatabase.execute("DELETE FROM signing_key");
        String unknown = stranger.issuer.issue(ANN);
        int before = two.loads();
        for (int minute = 0; minute < 3; minute++) {
            UsersDatabase.execute(
                    "DELETE FROM signing_key WHERE kid = '"
                            + stranger.keys.ring().signer().kid()
                            + "'");
            flood(unknown);
            clock.pass(Duration.ofSeconds(61));
        }
        assertThat(two.loads() - before).isLessThanOrEqualTo(3);
    }

    private void flood(String token) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Void>> requests =
                    IntStream.range(0, 200)
                            .mapToObj(
                                    i ->
                                            (Callable<Void>)
                                                    () -> {
                                                        assertThatThrownBy(
                                                                        () ->
                                                                                two.verifier.verify(
                                                                                        token))
                                                                .isInstanceOf(
                                                                        TokenInvalidException
                                                                                .class);
                                                        return null;
                                                    })
                            .toList();
            for (Future<Void> request : crowd.invokeAll(requests)) {
                assertThatCode(request::get).doesNotThrowAnyException();
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    private String kid() {
        return one.keys.ring().signer().kid();
    }
}

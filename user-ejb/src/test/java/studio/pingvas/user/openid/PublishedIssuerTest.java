package studio.pingvas.user.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.user.MovingClock;

/** Row 30 of the fault matrix, for issuers that are not ours. */
class PublishedIssuerTest {
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-21T10:00:00Z"));
    private StubIssuer server;
    private PublishedIssuer issuer;

    @BeforeEach
    void publishOneKey() {
        server = new StubIssuer();
        server.newRsaKey("first");
        issuer = new PublishedIssuer(server.address(), OpenIdFixture.documents(), clock);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keysAreReadOnceAndHeld() throws Exception {
        assertThat(issuer.key("first")).isPresent();
        assertThat(issuer.key("first")).isPresent();
        assertThat(issuer.metadata().tokenEndpoint()).isEqualTo(server.address() + "/token");
        assertThat(server.asked(StubIssuer.KEYS)).isEqualTo(1);
        assertThat(server.asked(StubIssuer.DISCOVERY)).isEqualTo(1);
    }

    @Test
    void floodOfUnknownKeysAsksOnceAMinute() throws Exception {
        assertThat(issuer.key("first")).isPresent();
        clock.pass(PublishedIssuer.LEAST_PAUSE);
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> tokens =
                    IntStream.range(0, 400)
                            .mapToObj(
                                    i ->
                                            (Callable<Boolean>)
                                                    () -> issuer.key("made up " + i).isPresent())
                            .toList();
            for (Future<Boolean> found : crowd.invokeAll(tokens)) {
                assertThat(found.get()).isFalse();
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(server.asked(StubIssuer.KEYS)).isEqualTo(2);
    }

    @Test
    void crowdAtFirstSightWaitsForTheSameKeys() throws Exception {
        server.answerAfter(200);
        ExecutorService crowd = Executors.newFixedThreadPool(12);
        try {
            for (Future<Boolean> found :
                    crowd.invokeAll(
                            IntStream.range(0, 12)
                                    .mapToObj(
                                            i ->
                                                    (Callable<Boolean>)
                                                            () -> issuer.key("first").isPresent())
                                    .toList())) {
                assertThat(found.get()).isTrue();
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(server.asked(StubIssuer.KEYS)).isEqualTo(1);
    }

    @Test
    void newKeyIsFoundByItsKidAndWithdrawnOneIsForgotten() {
        assertThat(issuer.key("first")).isPresent();
        server.newRsaKey("second");
        clock.pass(PublishedIssuer.LEAST_PAUSE);
        assertThat(issuer.key("second")).isPresent();
        server.withdraw("first");
        assertThat(issuer.key("first")).isPresent();
        clock.pass(PublishedIssuer.FRESH);
        assertThat(issuer.key("first")).isEmpty();
    }

    @Test
    void whileItFailsTheLastKeysHoldForAnHour() {
        assertThat(issuer.key("first")).isPresent();
        server.answerWithStatus(503);
        clock.pass(PublishedIssuer.HOLDS.minusSeconds(1));
        assertThat(issuer.key("first")).isPresent();
        assertThat(issuer.problem()).contains("503");
        clock.pass(Duration.ofSeconds(1));
        assertThat(issuer.key("first")).isEmpty();
        server.answerWithStatus(200);
        clock.pass(PublishedIssuer.LEAST_PAUSE);
        assertThat(issuer.key("first")).isPresent();
        assertThat(issuer.problem()).isNull();
        assertThat(issuer.readAt()).isEqualTo(clock.instant());
    }

    @Test
    void documentOfAnotherIssuerIsRefused() {
        server.answer(
                StubIssuer.DISCOVERY,
                "{\"issuer\":\"https://evil.example.test\",\"jwks_uri\":\"%s/keys\"}"
                        .formatted(server.address()));
        assertThat(issuer.key("first")).isEmpty();
        assertThat(issuer.problem()).contains("another issuer");
    }

    @Test
    void redirectsRubbishAndEndlessAnswersAreRefused() {
        server.answerWithStatus(302);
        assertThatThrownBy(issuer::metadata).isInstanceOf(ForeignAnswerException.class);
        assertThat(issuer.problem()).contains("302");
        server.answerWithStatus(200);
        assertProblem("no json", "another form");
        assertProblem("null", "nothing");
        assertProblem("x".repeat(300 * 1024), "does not answer as it should");
    }

    @Test
    void keysThatAreNoKeySetAreRefused() {
        server.answer(StubIssuer.KEYS, "[]");
        assertThat(issuer.key("first")).isEmpty();
        assertThat(issuer.problem()).contains("not a key set");
    }

    private void assertProblem(String discovery, String problem) {
        server.answer(StubIssuer.DISCOVERY, discovery);
        clock.pass(PublishedIssuer.LEAST_PAUSE);
        assertThatThrownBy(issuer::metadata).isInstanceOf(ForeignAnswerException.class);
        assertThat(issuer.problem()).contains(problem);
    }
}

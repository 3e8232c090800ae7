package studio.pingvas.worker.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.Attempt;

class HardLimitTest {
    private static final Duration LIMIT = Duration.ofSeconds(180);

    private Duration passed = Duration.ZERO;
    private Duration loading = Duration.ofSeconds(7);
    private final CurrentJob job = new CurrentJob();
    private final HardLimit hardLimit =
            new HardLimit(
                    job,
                    LIMIT,
                    () -> loading.toNanos(),
                    () -> System.nanoTime() + passed.toNanos());

    @Test
    void workerWithoutAJobIsNeverOverTheLimit() {
        passed = Duration.ofDays(1);

        assertThat(hardLimit.overrun()).isEmpty();
    }

    @Test
    void jobIsOverTheLimitWhenItsTimeIsUpAndNotBefore() {
        job.begin(UUID.randomUUID(), new Attempt(1, 1));
        passed = LIMIT.minusSeconds(5);
        assertThat(hardLimit.overrun()).isEmpty();

        passed = LIMIT;
        assertThat(hardLimit.overrun()).isPresent();

        job.end();
        assertThat(hardLimit.overrun()).isEmpty();
    }

    @Test
    void timeOfReadingTheModelDoesNotCountButHasItsOwnLimit() {
        job.begin(UUID.randomUUID(), new Attempt(1, 1));
        assertThat(hardLimit.overrun()).isEmpty();

        Duration longest = Duration.ofMinutes(15);
        loading = loading.plus(longest);
        passed = longest.plus(LIMIT).minusSeconds(5);
        assertThat(hardLimit.overrun()).isEmpty();

        loading = loading.plusSeconds(60);
        passed = longest.plus(LIMIT);
        assertThat(hardLimit.overrun()).isPresent();
    }

    @Test
    void modelsThatEarlierJobsReadAreNotForgivenAgain() {
        loading = Duration.ofHours(1);
        job.begin(UUID.randomUUID(), new Attempt(1, 1));
        assertThat(hardLimit.overrun()).isEmpty();

        passed = LIMIT;
        assertThat(hardLimit.overrun()).isPresent();
    }

    @Test
    void secondTryGetsSoMuchMoreThatTheServerGivesTheJobUpFirst() {
        Duration serversLimitAndItsLook = Duration.ofSeconds(190);
        for (Attempt retry : new Attempt[] {new Attempt(1, 2), new Attempt(2, 1)}) {
            job.begin(UUID.randomUUID(), retry);
            passed = serversLimitAndItsLook;
            assertThat(hardLimit.overrun()).isEmpty();

            passed = LIMIT.plusSeconds(20);
            assertThat(hardLimit.overrun()).isPresent();
        }
    }
}

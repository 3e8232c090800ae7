package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import studio.pingvas.generation.GenerationDatabase;

class DatabaseClockTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private long nanos = Long.MAX_VALUE - 100_000_000;
    private Instant inDatabase = NOON;
    private long answerTakes = 1_000_000;
    private int asked;

    private final DatabaseClock clock =
            new DatabaseClock() {
                @Override
                Instant ask() {
                    asked++;
                    nanos += answerTakes;
                    return inDatabase;
                }
            };

    DatabaseClockTest() {
        clock.nanoTime = () -> nanos;
    }

    @Test
    void itCountsOnFromTheTimeOfTheDatabase() {
        assertThat(clock.now()).isEqualTo(NOON);
        pass(Duration.ofMillis(999));
        assertThat(clock.now()).isEqualTo(NOON.plusMillis(999));
        assertThat(asked).isOne();
    }

    @Test
    void itAsksAgainAfterASecond() {
        clock.now();
        pass(Duration.ofSeconds(1));
        inDatabase = NOON.plusSeconds(7);
        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(7));
    }

    @Test
    void aSlowAnswerIsNotCountedOnFrom() {
        answerTakes = 3_000_000;
        clock.now();
        inDatabase = NOON.plusMillis(5);
        assertThat(clock.now()).isEqualTo(NOON.plusMillis(5));
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void theDatabaseTellsItsTimeWithMicroseconds() {
        GenerationDatabase database = GenerationDatabase.empty();
        Instant now = database.inTransaction(entities -> ForTests.clock(entities).now());
        assertThat(Duration.between(now, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}

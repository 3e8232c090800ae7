package studio.pingvas.generation.line.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.line.entity.Before;

class LineReaderTest {
    private static final Plan PRO = aPlan(Tier.PRO, 3, 100);

    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void aNewHouseHasAnEmptyLine() {
        LineState state = read();

        assertThat(state.dispatched()).isEqualTo(Before.NOTHING);
        assertThat(state.running()).isEqualTo(Before.NOTHING);
        assertThat(behindAll(state).jobs()).isZero();
    }

    @Test
    void whatWaitsAndWhatIsUnderWayIsTold() {
        UUID user = UUID.randomUUID();
        UUID dispatched = add(user);
        UUID running = add(user);
        add(user);
        add(UUID.randomUUID());
        double seconds = aJob(user, PRO).terms().quote().seconds();
        ForTests.change(database, dispatched, job -> job.dispatch(1, Instant.now()));
        ForTests.change(
                database, running, job -> job.startOn("w", new Attempt(0, 1), Instant.now()));

        LineState state = read();

        assertThat(state.dispatched()).isEqualTo(new Before(1, 1, seconds));
        assertThat(state.dispatchedUsers()).containsExactly(user);
        assertThat(state.running()).isEqualTo(new Before(1, 1, seconds));
        Before behindAll = behindAll(state);
        assertThat(behindAll.jobs()).isEqualTo(2);
        assertThat(behindAll.people()).isEqualTo(2);
        assertThat(behindAll.seconds()).isCloseTo(2 * seconds, within(1e-9));
    }

    @Test
    void aPausedTierIsKnown() {
        database.inTransaction(
                entities -> {
                    LinesForTests.tierLines(entities).pause(Tier.PRO, true, "test");
                    return null;
                });

        assertThat(read().line().isPaused(Tier.PRO)).isTrue();
        assertThat(read().line().isPaused(Tier.FREE)).isFalse();
    }

    private static Before behindAll(LineState state) {
        return state.line().before(Tier.PRO, 1e9, Instant.now().plusSeconds(60), 0);
    }

    private UUID add(UUID user) {
        GenerationJob job = aJob(user, PRO);
        ForTests.add(database, job, PRO.maxWaiting());
        return job.id();
    }

    private LineState read() {
        return database.inTransaction(entities -> LinesForTests.reader(entities).read());
    }
}

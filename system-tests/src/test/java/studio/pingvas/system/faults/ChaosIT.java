package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.endtoend.Invariants;

/**
 * People who ask, cancel and try again while workers, broker and server die and stand still. A seed
 * names what is done and in which order, not how fast it goes. More of them: {@code ./studio test
 * chaos --seeds N}.
 */
class ChaosIT {
    private static final int STEPS = 25;
    private static final int STEP_MILLIS = 50;

    static LongStream seeds() {
        long first = Long.getLong("chaos.first", 1);
        return LongStream.range(first, first + Integer.getInteger("chaos.seeds", 5));
    }

    @BeforeAll
    static void startTwoQuickWorkers() {
        RunningPlatform.platform().stopWorker(1);
        ChaosPlatform.startWorker(1, STEP_MILLIS);
        ChaosPlatform.startWorker(2, STEP_MILLIS);
    }

    @AfterAll
    static void startAnOrdinaryWorker() {
        SlowWorkers.restoreOrdinary(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostAndNothingIsChargedTwice(long seed) {
        ChaosRun run = new ChaosRun(seed, STEP_MILLIS);
        try {
            for (int step = 0; step < STEPS; step++) {
                run.doSomething();
            }
            assertThat(run.unknownJobs()).isEmpty();
            Invariants.hold();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("Seed " + seed + ": " + run.story(), e);
        }
    }
}

package studio.pingvas.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.worker.job.StepReport;

@Timeout(20)
class WaitingStepsTest {
    private static final int STEPS = 20;
    private static final Duration FOR_EVER = Duration.ofDays(1);

    @Test
    void stepThatNoneFollowsAtOnceIsTold() throws Exception {
        WaitingSteps waiting = new WaitingSteps(Duration.ofMillis(1));
        waiting.add(step(1));

        assertThat(waiting.next().step()).isEqualTo(1);
    }

    @Test
    void newerStepTakesThePlaceOfTheOlder() throws Exception {
        WaitingSteps waiting = new WaitingSteps(Duration.ofMillis(1));
        waiting.add(step(1));
        waiting.add(step(2));

        assertThat(waiting.next().step()).isEqualTo(2);
    }

    @Test
    void lastStepWaitsForNoneAndGivesItsPlaceToNone() throws Exception {
        WaitingSteps waiting = new WaitingSteps(FOR_EVER);
        waiting.add(step(1));
        waiting.add(step(STEPS));
        waiting.add(step(STEPS));

        assertThat(waiting.next().step()).isEqualTo(STEPS);
        assertThat(waiting.next().step()).isEqualTo(STEPS);
    }

    @Test
    void stepsThatNobodyTakesMakeRoomForNewerOnes() throws Exception {
        WaitingSteps waiting = new WaitingSteps(FOR_EVER);
        waiting.add(last(0));
        for (int job = 1; job <= 16; job++) {
            waiting.add(last(job));
        }

        assertThat(waiting.next().jobId()).isEqualTo(new UUID(0, 1));
    }

    private static StepReport last(int job) {
        return report(job, STEPS);
    }

    private static StepReport step(int number) {
        return report(0, number);
    }

    private static StepReport report(int job, int number) {
        return new StepReport(
                new UUID(0, job), new UUID(0, 0), new Attempt(1, 1), number, STEPS, 0, null);
    }
}

package studio.pingvas.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressPaceTest {
    private long nanos = 1;
    private final ProgressPace pace = new ProgressPace(() -> nanos);

    @Test
    void stepsOfARealModelAreAllTold() {
        assertThat(toldOf(20, 5_000_000)).hasSize(20);
    }

    @Test
    void ofStepsThatNobodyCouldSeeTheFirstAndTheLastAreTold() {
        assertThat(toldOf(20, 10_000)).containsExactly(1, 20);
    }

    @Test
    void stepsInBetweenAreToldAsFastAsTheyCanBeSeen() {
        assertThat(toldOf(10, 2_000_000)).containsExactly(1, 4, 7, 10);
    }

    private List<Integer> toldOf(int steps, long nanosEach) {
        return IntStream.rangeClosed(1, steps)
                .filter(
                        step -> {
                            nanos += nanosEach;
                            return pace.allows(step, steps);
                        })
                .boxed()
                .toList();
    }
}

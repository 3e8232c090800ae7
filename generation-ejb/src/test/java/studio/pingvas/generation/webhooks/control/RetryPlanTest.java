package studio.pingvas.generation.webhooks.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPlanTest {
    @Test
    void attemptsAreFurtherAndFurtherApartAndEnd() {
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(n -> RetryPlan.waitAfter(n, 500)))
                .containsExactly(
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of(Duration.ofMinutes(1)),
                        Optional.of(Duration.ofMinutes(5)),
                        Optional.of(Duration.ofMinutes(30)),
                        Optional.of(Duration.ofHours(2)),
                        Optional.of(Duration.ofHours(6)));
        assertThat(RetryPlan.waitAfter(7, null)).isEmpty();
        assertThat(RetryPlan.waitAfter(20, 500)).isEmpty();
    }

    @Test
    void receiverThatIsGoneIsNotAskedAgain() {
        assertThat(RetryPlan.waitAfter(1, 410)).isEmpty();
        assertThat(RetryPlan.waitAfter(1, 404)).isPresent();
    }

    @Test
    void onlySuccessIsAYes() {
        assertThat(RetryPlan.isTaken(200)).isTrue();
        assertThat(RetryPlan.isTaken(204)).isTrue();
        assertThat(RetryPlan.isTaken(302)).isFalse();
        assertThat(RetryPlan.isTaken(500)).isFalse();
        assertThat(RetryPlan.isTaken(null)).isFalse();
    }
}

package studio.pingvas.contracts.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenoisingStepsTest {
    @ParameterizedTest
    @CsvSource({
        "20, 1, 20",
        "20, 0.6, 12",
        "20, 0.61, 13",
        "100, 0.07, 7",
        "16, 0.001, 1",
        "1, 1, 1"
    })
    void partOfTheStepsIsRunAndAtLeastOne(int steps, double strength, int run) {
        assertThat(DenoisingSteps.of(steps, strength)).isEqualTo(run);
    }
}

package studio.pingvas.generation.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private static final int LEARNING = 500;

    @ParameterizedTest(name = "{0} workers, {1} of their time asked for, seed {2}")
    @CsvSource({"1, 0.7, 1", "2, 0.8, 2", "4, 0.8, 3", "4, 0.3, 4", "8, 0.9, 5", "1, 0.9, 6"})
    void nineOfTenJobsEndInTheTimeTold(int workers, double load, long seed) {
        SimulatedHouse house = new SimulatedHouse(workers, seed);
        house.load = load;
        house.serve(LEARNING);

        assertThat(shareOf(house.serve(2_000))).isBetween(0.85, 0.95);
    }

    @ParameterizedTest(name = "{0} seconds for each predicted one, after 3")
    @ValueSource(doubles = {9, 1})
    void shareIsBackSoonAfterThePaceHasChanged(double pace) {
        SimulatedHouse house = new SimulatedHouse(2, 7);
        house.serve(LEARNING);
        house.pace = pace;
        double before = shareOf(house.serve(50));
        house.serve(LEARNING);

        assertThat(Math.abs(before - 0.9)).as("off, right after the change").isGreaterThan(0.05);
        assertThat(shareOf(house.serve(1_000))).isBetween(0.85, 0.95);
    }

    private static double shareOf(List<Boolean> verdicts) {
        return (double) verdicts.stream().filter(inTime -> inTime).count() / verdicts.size();
    }
}

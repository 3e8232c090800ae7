package studio.pingvas.web.faces.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.UsageView.Day;
import studio.pingvas.contracts.generation.UsageView.Usage;

class UsageChartTest {
    @Test
    void barsStandOnTheGroundAndReachTheirValue() {
        UsageChart chart = UsageChart.of(List.of(day(1, 100), day(2, 25)));

        assertThat(chart.scale().top()).isEqualTo(100);
        assertThat(chart.bars())
                .containsExactly(
                        new UsageChart.Bar(0.1, 0, 0.8, 100), new UsageChart.Bar(1.1, 75, 0.8, 25));
    }

    @Test
    void monthWithoutUseIsAnEmptyChart() {
        assertThat(UsageChart.of(List.of(day(1, 0))).bars())
                .allSatisfy(bar -> assertThat(bar.height()).isZero());
    }

    private static Day day(int day, long credits) {
        return new Day(LocalDate.of(2026, 11, day), new Usage(1, 1, credits, 1));
    }
}

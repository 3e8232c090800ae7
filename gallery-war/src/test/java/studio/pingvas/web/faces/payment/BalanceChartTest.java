package studio.pingvas.web.faces.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;

class BalanceChartTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void balanceStaysUntilTheNextEntryChangesIt() {
        BalanceChart chart = BalanceChart.of(List.of(entry(50, 40), entry(0, 100)), at(100));

        assertThat(chart.line()).isEqualTo("M0 0.0H300.0V96.0H600");
        assertThat(chart.area()).isEqualTo("M0 0.0H300.0V96.0H600V160H0Z");
    }

    @Test
    void chartTellsItsExtremes() {
        BalanceChart chart =
                BalanceChart.of(List.of(entry(9, 70), entry(5, 20), entry(0, 90)), at(10));

        assertThat(chart.lowest()).isEqualTo(20);
        assertThat(chart.highest()).isEqualTo(90);
        assertThat(chart.last()).isEqualTo(70);
        assertThat(chart.from()).isEqualTo(START);
    }

    @Test
    void firstEntryOfAllMayBeOfThisMoment() {
        assertThat(BalanceChart.of(List.of(entry(0, 1000)), START).line()).isEqualTo("M0 0.0H600");
    }

    private static Entry entry(int second, long balanceAfter) {
        return new Entry(UUID.randomUUID(), 1, "any", null, "", at(second), balanceAfter);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}

package studio.pingvas.platform.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void anHourlyTaskKeepsItsMinute() {
        Schedule hourly = Schedule.every(Duration.ofHours(1), Duration.ofMinutes(7));
        assertNext(hourly, "2026-03-01T10:06:59.999Z", "2026-03-01T10:07:00Z");
        assertNext(hourly, "2026-03-01T10:07:00Z", "2026-03-01T11:07:00Z");
        assertNext(hourly, "2026-03-01T23:30:00Z", "2026-03-02T00:07:00Z");
    }

    @Test
    void aDailyTaskIsDueOnceADay() {
        Schedule daily = Schedule.dailyAt(LocalTime.of(0, 10));
        assertNext(daily, "2026-03-01T00:09:59Z", "2026-03-01T00:10:00Z");
        assertNext(daily, "2026-03-01T00:10:00Z", "2026-03-02T00:10:00Z");
    }

    @Test
    void aMonthlyTaskIsDueOnItsDay() {
        Schedule monthly = Schedule.monthlyOn(1, LocalTime.of(0, 20));
        assertNext(monthly, "2026-01-31T12:00:00Z", "2026-02-01T00:20:00Z");
        assertNext(monthly, "2026-02-01T00:20:00Z", "2026-03-01T00:20:00Z");
        assertNext(monthly, "2026-12-15T00:00:00Z", "2027-01-01T00:20:00Z");
        assertNext(
                Schedule.monthlyOn(28, LocalTime.NOON),
                "2026-01-31T00:00:00Z",
                "2026-02-28T12:00:00Z");
    }

    @Test
    void whatCannotBeDueEveryTimeIsRefused() {
        assertThatThrownBy(() -> Schedule.monthlyOn(29, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schedule.every(Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertNext(Schedule schedule, String time, String next) {
        assertThat(schedule.nextAfter(Instant.parse(time))).isEqualTo(Instant.parse(next));
    }
}

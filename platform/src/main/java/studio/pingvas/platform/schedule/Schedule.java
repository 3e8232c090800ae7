package studio.pingvas.platform.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** When something is due. All times are UTC. */
@FunctionalInterface
public interface Schedule {
    /** The first time after this one, never the same. */
    Instant nextAfter(Instant time);

    /**
     * At fixed times, counted from midnight of 1970-01-01: every hour with an offset of five
     * minutes is five past each hour, whenever the server was started.
     */
    static Schedule every(Duration period, Duration offset) {
        long seconds = period.toSeconds();
        if (seconds <= 0 || offset.isNegative()) {
            throw new IllegalArgumentException("Every " + period + " from " + offset);
        }
        return time -> {
            long periods = Math.floorDiv(time.getEpochSecond() - offset.toSeconds(), seconds) + 1;
            return Instant.ofEpochSecond(periods * seconds + offset.toSeconds());
        };
    }

    static Schedule dailyAt(LocalTime at) {
        return every(Duration.ofDays(1), Duration.ofSeconds(at.toSecondOfDay()));
    }

    /**
     * @param day 1 to 28, the days that every month has
     */
    static Schedule monthlyOn(int day, LocalTime at) {
        if (day < 1 || day > 28) {
            throw new IllegalArgumentException("Not a day of every month: " + day);
        }
        return time -> {
            LocalDate date = LocalDate.ofInstant(time, ZoneOffset.UTC).withDayOfMonth(day);
            Instant thisMonth = date.atTime(at).toInstant(ZoneOffset.UTC);
            return thisMonth.isAfter(time)
                    ? thisMonth
                    : date.plusMonths(1).atTime(at).toInstant(ZoneOffset.UTC);
        };
    }
}

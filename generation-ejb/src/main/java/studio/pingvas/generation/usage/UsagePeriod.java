package studio.pingvas.generation.usage;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import studio.pingvas.contracts.InvalidRequestException;

/** Days of UTC, the last one included. */
record UsagePeriod(LocalDate from, LocalDate to) {
    private static final int USUAL_DAYS = 30;
    private static final int MAX_DAYS = 92;

    /** A date far from any job is a mistake, and further away the database has no date at all. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    UsagePeriod {
        requireInReach("/from", from);
        requireInReach("/to", to);
        if (to.isBefore(from)) {
            throw new InvalidRequestException("/to", "The period ends before it begins.");
        }
        if (from.plusDays(MAX_DAYS).compareTo(to) <= 0) {
            throw new InvalidRequestException("/from", "A period has at most 92 days.");
        }
    }

    /** With the defaults for what is null. */
    static UsagePeriod of(LocalDate from, LocalDate to, LocalDate today) {
        LocalDate last = to == null ? today : to;
        requireInReach("/to", last);
        return new UsagePeriod(from == null ? last.minusDays(USUAL_DAYS - 1) : from, last);
    }

    Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }

    OffsetDateTime begin() {
        return midnight(from);
    }

    OffsetDateTime end() {
        return midnight(to.plusDays(1));
    }

    private static void requireInReach(String pointer, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new InvalidRequestException(pointer, "A day from {0} to {1}.", EARLIEST, LATEST);
        }
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}

package studio.pingvas.launcher.lemonsqueezy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A price that something is sold for.
 *
 * @param interval {@code month} or {@code year}; null for what is paid once
 */
record Variant(long id, long productId, String product, String name, long cents, String interval) {
    boolean isSubscription() {
        return interval != null;
    }

    Instant endOfPeriod(Instant start) {
        ZonedDateTime time = start.atZone(ZoneOffset.UTC);
        return (interval.equals("year") ? time.plusYears(1) : time.plusMonths(1)).toInstant();
    }
}

package studio.pingvas.launcher.lemonsqueezy;

import java.time.Clock;

/** 300 calls in a minute of the clock. */
final class RateLimit {
    static final int CALLS = 300;

    private final Clock clock;
    private long minute;
    private int used;

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /**
     * @return how many calls are left in this minute
     */
    synchronized int take() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            used = 0;
        }
        if (used >= CALLS) {
            throw new ApiFault(429, "Too Many Attempts.");
        }
        return CALLS - ++used;
    }
}

package studio.pingvas.payment.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often this node may call in a minute. The gateway counts 300 for all nodes that share a key;
 * whoever stays below by himself is never locked out by it.
 */
final class CallBudget {
    private final int perMinute;
    private final Clock clock;
    private double left;
    private Instant filledAt;

    CallBudget(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.left = perMinute;
        this.filledAt = clock.instant();
    }

    /**
     * @return false if it is used up
     */
    synchronized boolean take() {
        Instant now = clock.instant();
        double minutes = Duration.between(filledAt, now).toMillis() / 60_000.0;
        left = Math.min(perMinute, left + Math.max(0, minutes) * perMinute);
        filledAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}

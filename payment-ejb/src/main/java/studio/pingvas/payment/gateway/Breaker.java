package studio.pingvas.payment.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * While the gateway is down, nobody waits for it: after some failures in a row calls end at once.
 */
final class Breaker {
    private static final int MOST_FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final Clock clock;
    private int failures;
    private Instant closedUntil = Instant.MIN;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** After the pause one call may try; if it fails too, the next pause begins. */
    synchronized void check() {
        if (clock.instant().isBefore(closedUntil)) {
            throw new GatewayFailureException("The payment gateway is given a pause");
        }
    }

    synchronized void failed() {
        if (++failures >= MOST_FAILURES) {
            closedUntil = clock.instant().plus(PAUSE);
        }
    }

    synchronized void succeeded() {
        failures = 0;
    }
}

package studio.pingvas.user.sessions;

import java.time.Duration;

/**
 * @param pageIdle how long a browser may do nothing
 * @param apiIdle how long a client of the API may do nothing
 * @param absolute how long any session can be prolonged
 * @param mostPerAccount open sessions; one more ends the one that was not used for longest
 */
public record SessionSettings(
        Duration pageIdle, Duration apiIdle, Duration absolute, int mostPerAccount) {
    public SessionSettings {
        for (Duration life : new Duration[] {pageIdle, apiIdle, absolute}) {
            if (life.isNegative() || life.isZero()) {
                throw new IllegalArgumentException("The life of a session must be positive");
            }
        }
        if (mostPerAccount < 1) {
            throw new IllegalArgumentException("studio.sessions.most-per-account is at least 1");
        }
    }
}

package studio.pingvas.contracts;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Too much of something in too short a time. */
public class RateLimitedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /**
     * @param wait after this time it works again
     */
    public RateLimitedException(Duration wait) {
        super("rate-limited", "Too many attempts. Try again in {0} seconds.", secondsOf(wait));
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("retry_after_seconds", secondsOf(wait));
    }

    private static long secondsOf(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}

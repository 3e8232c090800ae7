package studio.pingvas.generation.webhooks.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a delivery that was not taken is sent again. */
final class RetryPlan {
    /** Together some eight and a half hours. */
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6));

    private static final int GONE = 410;

    private RetryPlan() {}

    static boolean isTaken(Integer statusCode) {
        return statusCode != null && statusCode / 100 == 2;
    }

    /**
     * @param attempts how many there were
     * @param statusCode of the last answer; null if there was none
     * @return nothing if it is given up
     */
    static Optional<Duration> waitAfter(int attempts, Integer statusCode) {
        boolean over = statusCode != null && statusCode == GONE || attempts > WAITS.size();
        return over ? Optional.empty() : Optional.of(WAITS.get(attempts - 1));
    }
}

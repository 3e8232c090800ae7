package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import studio.pingvas.platform.concurrent.RecentKeys;

/**
 * Users of whom a job was refused a moment ago because too many waited. Whoever asks again and
 * again is counted before credits are held, so that it leaves no trace in the ledger.
 */
@ApplicationScoped
public class FullLines {
    private static final int CAPACITY = 10_000;
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final RecentKeys<UUID> users = new RecentKeys<>(CAPACITY, LIFE);

    void note(UUID userId) {
        users.add(userId);
    }

    boolean isKnown(UUID userId) {
        return users.contains(userId);
    }
}

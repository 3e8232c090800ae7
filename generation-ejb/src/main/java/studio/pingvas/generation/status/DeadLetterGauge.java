package studio.pingvas.generation.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How many messages lie aside, as counted lately. */
@ApplicationScoped
public class DeadLetterGauge {
    private static final long LIFE_NANOS = Duration.ofMinutes(1).toNanos();

    LongSupplier nanoTime = System::nanoTime;

    private volatile Reading last;

    private record Reading(long count, long nanos) {}

    public void set(long count) {
        last = new Reading(count, nanoTime.getAsLong());
    }

    /** Empty if nobody could count them for a minute. */
    public Optional<Long> value() {
        Reading reading = last;
        return reading == null || nanoTime.getAsLong() - reading.nanos() > LIFE_NANOS
                ? Optional.empty()
                : Optional.of(reading.count());
    }
}

package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The time of the database: one clock for all nodes, however wrong their own may be. It is asked
 * once in a second; in between the node counts on, by what nobody can set.
 */
@ApplicationScoped
public class DatabaseClock {
    private static final long LIFE_NANOS = Duration.ofSeconds(1).toNanos();

    /** An answer that took longer may be that old, and is good for one question only. */
    private static final long QUICK_NANOS = Duration.ofMillis(2).toNanos();

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    LongSupplier nanoTime = System::nanoTime;

    private volatile Reading last;

    private record Reading(Instant time, long atNanos) {
        Instant after(long nanos) {
            return time.plusNanos(nanos - atNanos).truncatedTo(ChronoUnit.MICROS);
        }
    }

    public Instant now() {
        Reading known = last;
        long nanos = nanoTime.getAsLong();
        if (known != null && nanos - known.atNanos() < LIFE_NANOS) {
            return known.after(nanos);
        }
        Instant time = ask();
        long answered = nanoTime.getAsLong();
        if (answered - nanos <= QUICK_NANOS) {
            last = new Reading(time, answered);
        }
        return time;
    }

    Instant ask() {
        Timestamp now =
                (Timestamp)
                        entities.createNativeQuery("select clock_timestamp()")
                                .setFlushMode(FlushModeType.COMMIT)
                                .getSingleResult();
        return now.toInstant();
    }
}

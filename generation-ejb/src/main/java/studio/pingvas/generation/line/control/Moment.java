package studio.pingvas.generation.line.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the database keeps them. */
final class Moment {
    private Moment() {}

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}

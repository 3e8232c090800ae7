package studio.pingvas.generation.line.control;

import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;

/** A job of the simulation; times in seconds since its begin, infinite for what has not been. */
final class SimulatedJob {
    final int number;
    final UUID userId;
    final Tier tier;
    final double seconds;
    final double acceptedAt;
    double dispatchedAt = Double.POSITIVE_INFINITY;
    double startedAt = Double.POSITIVE_INFINITY;

    /** Jobs that were sent after this one and started before it. */
    int overtakers;

    SimulatedJob(int number, UUID userId, Tier tier, double seconds, double acceptedAt) {
        this.number = number;
        this.userId = userId;
        this.tier = tier;
        this.seconds = seconds;
        this.acceptedAt = acceptedAt;
    }

    double endsAt() {
        return startedAt + seconds;
    }
}

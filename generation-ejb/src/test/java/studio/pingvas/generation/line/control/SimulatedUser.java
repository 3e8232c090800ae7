package studio.pingvas.generation.line.control;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.line.entity.Contender;

/** The row of a user, as the table keeps it. */
final class SimulatedUser {
    final Deque<SimulatedJob> waiting = new ArrayDeque<>();
    final int maxRunning;
    int underWay;

    /** Null while it cannot be the user's turn. */
    Contender contender;

    private final UUID userId;
    private final Tier tier;
    private double startTag;

    SimulatedUser(UUID userId, Tier tier, int maxRunning) {
        this.userId = userId;
        this.tier = tier;
        this.maxRunning = maxRunning;
    }

    boolean isReady() {
        return !waiting.isEmpty() && underWay < maxRunning;
    }

    void contend(FairQueue queue, double now) {
        if (contender == null && isReady()) {
            Instant at = Instant.EPOCH.plusNanos((long) (now * 1e9));
            contender = queue.add(new Contender(userId, tier, startTag, at));
        }
    }

    SimulatedJob serve(FairQueue queue, double now) {
        SimulatedJob job = waiting.remove();
        underWay++;
        startTag = queue.serve(contender, job.seconds).startTag();
        Contender served = contender;
        contender = null;
        if (isReady()) {
            contender = queue.add(served.withStartTag(startTag));
        }
        job.dispatchedAt = now;
        return job;
    }
}

package studio.pingvas.generation.workers;

import java.time.Instant;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;

/**
 * @param heartbeat the last one
 * @param heardAt by the clock of this node
 */
public record LiveWorker(WorkerHeartbeat heartbeat, Instant heardAt) {
    public String name() {
        return heartbeat.worker();
    }

    /** {@code cpu} or {@code cuda}; empty if it does not say. */
    public String device() {
        return heartbeat.device() == null ? "" : heartbeat.device();
    }

    public boolean isPaused() {
        return Boolean.TRUE.equals(heartbeat.paused());
    }
}

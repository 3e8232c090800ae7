package studio.pingvas.generation.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;

/** The workers that were heard lately. Every node hears all of them. */
@ApplicationScoped
public class LiveWorkers {
    private static final long SILENCE_NANOS =
            Duration.ofSeconds(3L * WorkerHeartbeat.INTERVAL_SECONDS).toNanos();

    private final Map<String, Long> lastHeard = new ConcurrentHashMap<>();

    public void heard(String worker) {
        lastHeard.put(worker, System.nanoTime());
    }

    public int count() {
        forgetSilentOnes();
        return lastHeard.size();
    }

    public boolean isAlive(String worker) {
        forgetSilentOnes();
        return lastHeard.containsKey(worker);
    }

    private void forgetSilentOnes() {
        long now = System.nanoTime();
        lastHeard.values().removeIf(heard -> now - heard > SILENCE_NANOS);
    }
}

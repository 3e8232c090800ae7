package studio.pingvas.generation.workers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;

/** The workers that were heard lately. Every node hears all of them. */
@ApplicationScoped
public class LiveWorkers {
    private static final long SILENCE_NANOS =
            Duration.ofSeconds(3L * WorkerHeartbeat.INTERVAL_SECONDS).toNanos();

    /** A clock that is put right must not make workers silent. */
    LongSupplier nanoTime = System::nanoTime;

    private final Map<String, Heard> lastHeard = new ConcurrentHashMap<>();

    private record Heard(LiveWorker worker, long nanos) {}

    public void heard(WorkerHeartbeat heartbeat) {
        LiveWorker worker = new LiveWorker(heartbeat, Instant.now());
        lastHeard.put(worker.name(), new Heard(worker, nanoTime.getAsLong()));
    }

    /** How many of them take jobs. */
    public int count() {
        return takingJobs().size();
    }

    /** Those that are not paused, by name. */
    public List<LiveWorker> takingJobs() {
        return all().stream().filter(worker -> !worker.isPaused()).toList();
    }

    public boolean isAlive(String worker) {
        forgetSilentOnes();
        return lastHeard.containsKey(worker);
    }

    /** By name. */
    public List<LiveWorker> all() {
        forgetSilentOnes();
        return lastHeard.values().stream()
                .map(Heard::worker)
                .sorted(Comparator.comparing(LiveWorker::name))
                .toList();
    }

    private void forgetSilentOnes() {
        long now = nanoTime.getAsLong();
        lastHeard.values().removeIf(heard -> now - heard.nanos() > SILENCE_NANOS);
    }
}

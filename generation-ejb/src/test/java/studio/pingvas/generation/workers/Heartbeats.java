package studio.pingvas.generation.workers;

import java.util.List;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;

/** What tests let workers say. */
public final class Heartbeats {
    private Heartbeats() {}

    public static WorkerHeartbeat of(String worker, String device) {
        return of(worker, device, false);
    }

    public static WorkerHeartbeat ofPaused(String worker) {
        return of(worker, "cpu", true);
    }

    private static WorkerHeartbeat of(String worker, String device, boolean paused) {
        return new WorkerHeartbeat(
                WorkerHeartbeat.VERSION,
                worker,
                device,
                null,
                "a processor",
                "asked for",
                null,
                null,
                List.of("tiny"),
                null,
                null,
                paused);
    }
}

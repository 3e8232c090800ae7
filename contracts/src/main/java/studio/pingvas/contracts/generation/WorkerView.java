package studio.pingvas.contracts.generation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A worker as it says of itself. What it does not say is null.
 *
 * @param device {@code cpu} or {@code cuda}
 * @param deviceName for people
 * @param deviceReason why it works on this device, for people
 * @param warmModels ids of the models that are loaded
 * @param jobId what it works at, or null
 * @param paused whether it takes no jobs until it is told to go on
 * @param seenAt when it was heard last
 */
public record WorkerView(
        String name,
        String device,
        String deviceName,
        String deviceReason,
        Long usedMemoryBytes,
        Long totalMemoryBytes,
        List<String> warmModels,
        UUID jobId,
        Integer step,
        Integer totalSteps,
        boolean paused,
        Instant seenAt) {
    public WorkerView {
        warmModels = warmModels == null ? List.of() : List.copyOf(warmModels);
    }
}

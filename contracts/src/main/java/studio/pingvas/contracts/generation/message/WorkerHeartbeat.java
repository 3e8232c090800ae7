package studio.pingvas.contracts.generation.message;

import java.util.List;
import java.util.UUID;

/**
 * A worker lives. Sent every few seconds to {@link Destinations#PROGRESS}; it may be lost. What
 * stands after the job is null in messages of older workers.
 *
 * @param version of this message, {@link #VERSION}
 * @param worker name of the worker process
 * @param device {@code cpu} or {@code cuda}
 * @param jobId what it works at, or null
 * @param deviceName of the processor or GPU, for people
 * @param deviceReason why it works on this device, for people
 * @param usedMemoryBytes of the device
 * @param totalMemoryBytes of the device
 * @param warmModels ids of the models that are loaded
 * @param step steps done of the current job over all pictures, or null
 * @param totalSteps steps of all its pictures together, or null
 * @param paused whether it takes no jobs until it is told to go on
 */
public record WorkerHeartbeat(
        int version,
        String worker,
        String device,
        UUID jobId,
        String deviceName,
        String deviceReason,
        Long usedMemoryBytes,
        Long totalMemoryBytes,
        List<String> warmModels,
        Integer step,
        Integer totalSteps,
        Boolean paused) {
    public static final int VERSION = 1;
    public static final int INTERVAL_SECONDS = 5;

    public WorkerHeartbeat {
        warmModels = warmModels == null ? null : List.copyOf(warmModels);
    }
}

package studio.pingvas.worker.tensor;

/**
 * Memory of a device at one moment.
 *
 * @param liveTensors that no scope has freed yet
 * @param liveBytes that they take
 * @param peakBytes the most that they took since the start
 * @param freeBytes that the device has left for anybody
 * @param totalBytes all it has
 */
public record MemoryUse(
        int liveTensors, long liveBytes, long peakBytes, long freeBytes, long totalBytes) {}

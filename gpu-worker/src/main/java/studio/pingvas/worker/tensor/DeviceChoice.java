package studio.pingvas.worker.tensor;

/**
 * The device that a worker chose at its start.
 *
 * @param device {@code cpu} or {@code cuda}
 * @param description name of the processor or of the GPU
 * @param reason why this one, for people
 * @param memoryBytes all memory it has
 */
public record DeviceChoice(String device, String description, String reason, long memoryBytes) {
    public static final String CPU = "cpu";
    public static final String CUDA = "cuda";
}

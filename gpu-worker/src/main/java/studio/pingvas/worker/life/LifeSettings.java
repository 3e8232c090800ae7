package studio.pingvas.worker.life;

import java.time.Duration;

/**
 * @param device to work on
 * @param hardLimit a job that runs longer ends the process: what hangs in native code cannot be
 *     ended otherwise
 * @param modelMemoryBytes that weights of models may take which stay loaded; 0 for half of the
 *     device's memory
 * @param metricsHost address to bind for metrics
 * @param metricsPort 0 for none
 */
public record LifeSettings(
        DeviceWish device,
        Duration hardLimit,
        long modelMemoryBytes,
        String metricsHost,
        int metricsPort) {}

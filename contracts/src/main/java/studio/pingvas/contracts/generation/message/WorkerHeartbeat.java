package studio.pingvas.contracts.generation.message;

import java.util.UUID;

/**
 * A worker lives. Sent every few seconds to {@link Destinations#PROGRESS}; it may be lost.
 *
 * @param version of this message, {@link #VERSION}
 * @param worker name of the worker process
 * @param device {@code cpu} or {@code cuda}
 * @param jobId what it works at, or null
 */
public record WorkerHeartbeat(int version, String worker, String device, UUID jobId) {
    public static final int VERSION = 1;
    public static final int INTERVAL_SECONDS = 5;
}

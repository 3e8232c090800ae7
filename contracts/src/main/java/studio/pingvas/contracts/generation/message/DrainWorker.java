package studio.pingvas.contracts.generation.message;

/**
 * A worker finishes its job, takes no other, and ends in order.
 *
 * @param version of this message, {@link #VERSION}
 * @param worker name of the worker process; null for all
 */
public record DrainWorker(int version, String worker) {
    public static final int VERSION = 1;
}

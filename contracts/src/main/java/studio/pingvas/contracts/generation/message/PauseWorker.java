package studio.pingvas.contracts.generation.message;

/**
 * A worker finishes its job and takes no other until it is told to go on, or starts anew.
 *
 * @param version of this message, {@link #VERSION}
 * @param worker name of the worker process; null for all
 */
public record PauseWorker(int version, String worker) {
    public static final int VERSION = 1;
}

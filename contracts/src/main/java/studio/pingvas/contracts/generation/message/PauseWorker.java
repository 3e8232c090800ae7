package studio.pingvas.contracts.generation.message;

/**
 * A worker finishes its job and takes no other until it is told to go on. A worker that starts anew
 * has forgotten it, and is told again once it was heard.
 *
 * @param version of this message, {@link #VERSION}
 * @param worker name of the worker process; null for all
 */
public record PauseWorker(int version, String worker) {
    public static final int VERSION = 1;
}

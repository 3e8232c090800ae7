package studio.pingvas.contracts.generation.message;

/**
 * A paused worker takes jobs again.
 *
 * @param version of this message, {@link #VERSION}
 * @param worker name of the worker process; null for all
 */
public record ResumeWorker(int version, String worker) {
    public static final int VERSION = 1;
}

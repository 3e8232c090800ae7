package studio.pingvas.worker.queue;

/**
 * How a worker names itself in messages.
 *
 * @param device {@code cpu} or {@code cuda}
 */
public record WorkerIdentity(String name, String device) {}

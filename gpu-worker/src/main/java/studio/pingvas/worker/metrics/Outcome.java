package studio.pingvas.worker.metrics;

/** How a worker's try at a job ends. */
public enum Outcome {
    FINISHED,
    /** For good. */
    FAILED,
    CANCELLED,
    /** By an accident; the broker delivers it again. */
    GIVEN_BACK
}

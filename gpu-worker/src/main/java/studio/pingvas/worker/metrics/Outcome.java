package studio.pingvas.worker.metrics;

/** How a worker's try at a job ends. */
public enum Outcome {
    FINISHED,
    /** For good. */
    FAILED,
    CANCELLED,
    /** By an accident, or since the store was down; it comes again. */
    GIVEN_BACK
}

package studio.pingvas.worker.job;

import java.util.UUID;

/** Somebody does not want the pictures any more. */
public class GenerationCancelledException extends RuntimeException {
    GenerationCancelledException(UUID jobId) {
        super("Job " + jobId + " was cancelled.");
    }
}

package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** The job waits, runs, or has made its pictures. */
public class NotRetryableException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public NotRetryableException() {
        super("not-retryable", "Only a job that has failed or was cancelled can be tried again.");
    }
}

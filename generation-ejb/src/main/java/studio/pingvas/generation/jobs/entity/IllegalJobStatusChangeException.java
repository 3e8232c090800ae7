package studio.pingvas.generation.jobs.entity;

import java.util.UUID;

/** A job was asked to become what it cannot become; a fault of ours, not of a user. */
public class IllegalJobStatusChangeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IllegalJobStatusChangeException(UUID jobId, JobStatus from, JobStatus to) {
        super("Job " + jobId + " is " + from + " and cannot become " + to + ".");
    }
}

package studio.pingvas.generation.jobs.entity;

import java.util.List;
import studio.pingvas.contracts.generation.JobView;

/** The whole life of a job. */
public enum JobStatus {
    QUEUED,
    DISPATCHED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Those in which a job has not ended. */
    public static final List<JobStatus> LIVE = List.of(QUEUED, DISPATCHED, RUNNING);

    public boolean canBecome(JobStatus next) {
        return switch (this) {
            case QUEUED -> next == DISPATCHED || next == CANCELLED || next == FAILED;
            case DISPATCHED ->
                    next == RUNNING || next == QUEUED || next == CANCELLED || next == FAILED;
            // QUEUED again: its worker was lost.
            case RUNNING ->
                    next == COMPLETED || next == QUEUED || next == CANCELLED || next == FAILED;
            case COMPLETED, FAILED, CANCELLED -> false;
        };
    }

    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    /** What the owner sees; whether a waiting job was sent already is no concern of theirs. */
    public JobView.Status seenByOwner() {
        return switch (this) {
            case QUEUED, DISPATCHED -> JobView.Status.QUEUED;
            case RUNNING -> JobView.Status.PROCESSING;
            case COMPLETED -> JobView.Status.COMPLETED;
            case FAILED -> JobView.Status.FAILED;
            case CANCELLED -> JobView.Status.CANCELLED;
        };
    }
}

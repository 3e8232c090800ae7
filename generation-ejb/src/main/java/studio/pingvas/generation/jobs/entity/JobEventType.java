package studio.pingvas.generation.jobs.entity;

import java.util.Locale;

/** What owners are told about their jobs. */
public enum JobEventType {
    QUEUED,
    STARTED,
    COMPLETED,
    FAILED,
    CANCELLED;

    public static JobEventType of(JobStatus outcome) {
        return switch (outcome) {
            case COMPLETED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case QUEUED -> QUEUED;
            case RUNNING -> STARTED;
            case DISPATCHED -> throw new IllegalArgumentException("Owners do not see it.");
        };
    }

    /** The name in the database and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package studio.pingvas.generation.jobs.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What happens to jobs. */
public enum JobEventType {
    QUEUED(true),
    POSITION(true),
    DISPATCHED(false),
    MOVED(false),
    STARTED(true),
    COMPLETED(true),
    FAILED(true),
    CANCELLED(true);

    /** Whether owners who follow their jobs are told; the story of a job has it all. */
    private final boolean told;

    JobEventType(boolean told) {
        this.told = told;
    }

    public static JobEventType of(JobStatus status) {
        return switch (status) {
            case COMPLETED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case QUEUED -> QUEUED;
            case DISPATCHED -> DISPATCHED;
            case RUNNING -> STARTED;
        };
    }

    public static List<String> keysOfTold() {
        return Arrays.stream(values()).filter(JobEventType::isTold).map(JobEventType::key).toList();
    }

    public boolean isTold() {
        return told;
    }

    /** The name in the database and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

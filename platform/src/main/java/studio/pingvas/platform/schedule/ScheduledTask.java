package studio.pingvas.platform.schedule;

import java.time.Duration;

/** Something to do by the clock. It must be safe to run twice, even at the same time. */
public interface ScheduledTask {
    /** Kebab-case, at most 60 characters; the same on all nodes and for ever. */
    String name();

    Schedule schedule();

    /**
     * @return one sentence about what was done; more than 500 characters are cut
     * @throws Exception if it failed: its message becomes the result
     */
    String run() throws Exception;

    /** How long a run may take. A node that has not finished by then is taken for dead. */
    default Duration lease() {
        return Duration.ofMinutes(10);
    }
}

package studio.pingvas.worker.job;

import java.time.Duration;

/**
 * @param softLimit a job that runs longer ends at its next step
 * @param stepDelay a pause after each step; lets tests end a process in the middle of a job
 */
public record JobSettings(Duration softLimit, Duration stepDelay) {
    public JobSettings {
        if (softLimit.isNegative() || softLimit.isZero() || stepDelay.isNegative()) {
            throw new IllegalArgumentException("Limits of a job are positive.");
        }
    }
}

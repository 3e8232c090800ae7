package studio.pingvas.worker.job;

import java.time.Duration;
import studio.pingvas.worker.fault.PermanentFaultException;

/** The job runs longer than one job may. */
public class TimeLimitExceededException extends PermanentFaultException {
    TimeLimitExceededException(Duration limit) {
        super(
                "time-limit",
                "The job took longer than %d seconds; ask for fewer steps or a smaller picture."
                        .formatted(limit.toSeconds()));
    }
}

package studio.pingvas.system.architecture.offender.timers.user;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;

/** Is ended for good by two failures. */
@Singleton
public class TimerOffender {
    @Schedule(hour = "*", persistent = false)
    void run() {
        throw new IllegalStateException("The database is away");
    }
}

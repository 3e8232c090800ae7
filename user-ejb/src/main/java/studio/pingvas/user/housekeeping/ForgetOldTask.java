package studio.pingvas.user.housekeeping;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import studio.pingvas.platform.schedule.Schedule;
import studio.pingvas.user.limits.SignInFailures;
import studio.pingvas.user.passwords.ResetRequests;
import studio.pingvas.user.schedule.UserTask;
import studio.pingvas.user.sessions.SessionTable;

/** Deletes sessions, tokens and counters whose time is over. */
@Dependent
public class ForgetOldTask implements UserTask {
    @Inject SessionTable sessions;
    @Inject ResetRequests requests;
    @Inject SignInFailures failures;

    @Override
    public String name() {
        return "forget-old-sessions";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1), Duration.ofMinutes(41));
    }

    @Override
    public String run() {
        return "Deleted %d sessions and tokens, %d requests and links, %d counters of failures."
                .formatted(sessions.deleteOld(), requests.deleteOld(), failures.deleteOld());
    }
}

package studio.pingvas.user.passwords;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers requests for a new password within seconds, on any node. */
@Singleton
@Startup
@DependsOn("UserMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResetTimer {
    private static final Logger LOG = System.getLogger(ResetTimer.class.getName());

    @Inject ResetRequests requests;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void answerWaiting() {
        try {
            while (requests.answerSome() > 0) {
                // The next batch.
            }
        } catch (RuntimeException e) {
            // Payara ends a timer that fails twice in a row; the next run tries again.
            LOG.log(Level.ERROR, "Requests for new passwords could not be answered", e);
        }
    }
}

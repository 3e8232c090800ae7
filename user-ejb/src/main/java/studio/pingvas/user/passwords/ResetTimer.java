package studio.pingvas.user.passwords;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.platform.schedule.LoggedTimeout;

/** Answers requests for a new password within seconds, on any node. */
@Singleton
@Interceptors(LoggedTimeout.class)
@Startup
@DependsOn("UserMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResetTimer {
    @Inject ResetRequests requests;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void answerWaiting() {
        while (requests.answerSome() > 0) {
            // The next batch.
        }
    }
}

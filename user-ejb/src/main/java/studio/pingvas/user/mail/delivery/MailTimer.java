package studio.pingvas.user.mail.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.platform.schedule.LoggedTimeout;

/**
 * The net under the delivery after commit. Runs on every node: each mail is claimed by one of them.
 */
@Singleton
@Interceptors(LoggedTimeout.class)
@Startup
@DependsOn("UserMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {
    @Inject MailDelivery delivery;
    @Inject MailTable table;

    /** Settings that are wrong stop the start, and what waits from before is sent. */
    @PostConstruct
    void start() {
        delivery.deliverSoon();
    }

    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void deliverWaiting() {
        delivery.deliverSoon();
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forgetOld() {
        table.forgetOld();
    }
}

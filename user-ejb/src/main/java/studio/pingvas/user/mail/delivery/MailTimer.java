package studio.pingvas.user.mail.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The net under the delivery after commit. Runs on every node: each mail is claimed by one of them.
 */
@Singleton
@Startup
@DependsOn("UserMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {
    private static final Logger LOG = System.getLogger(MailTimer.class.getName());

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
        try {
            table.forgetOld();
        } catch (RuntimeException e) {
            // Payara ends a timer that fails twice in a row; the next run tries again.
            LOG.log(Level.WARNING, "Old mails were not forgotten", e);
        }
    }
}

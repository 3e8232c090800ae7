package studio.pingvas.payment.lemonsqueezy;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The net under the worker. Runs on every node: a row is locked by whoever works on it. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportTimer {
    @Inject ReportWorker worker;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void workOffWhatIsDue() {
        worker.workSoon();
    }
}

package studio.pingvas.payment.lemonsqueezy;

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

/** The net under the worker. Runs on every node: a row is locked by whoever works on it. */
@Singleton
@Interceptors(LoggedTimeout.class)
@Startup
@DependsOn("PaymentMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportTimer {
    @Inject Shop shop;
    @Inject ReportWorker worker;

    /** A call, because the bean behind the proxy reads its settings when it is first used. */
    @PostConstruct
    void start() {
        shop.signature();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void workOffWhatIsDue() {
        worker.workSoon();
    }
}

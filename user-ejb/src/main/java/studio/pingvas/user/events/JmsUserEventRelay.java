package studio.pingvas.user.events;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptors;
import jakarta.jms.ConnectionFactory;
import javax.sql.DataSource;
import studio.pingvas.contracts.user.message.UserDestinations;
import studio.pingvas.platform.messaging.EventAdded;
import studio.pingvas.platform.messaging.JmsEventRelay;
import studio.pingvas.platform.schedule.LoggedTimeout;

/** Sends what happened here as soon as it is committed; the timer finds what was left behind. */
@Singleton
@Interceptors(LoggedTimeout.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JmsUserEventRelay {
    @Resource(lookup = "jdbc/users")
    DataSource database;

    @Resource(lookup = "jms/studio")
    ConnectionFactory broker;

    @Resource ManagedExecutorService executor;

    private JmsEventRelay relay;

    @PostConstruct
    void open() {
        relay = new JmsEventRelay(database, broker);
    }

    public void onAdded(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventAdded event) {
        if (UserDestinations.EVENTS.equals(event.address())) {
            relay.relaySoon(executor);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void relayWhatWaits() {
        relay.relaySoon(executor);
    }
}

package studio.pingvas.payment.erasure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.UUID;
import javax.sql.DataSource;
import studio.pingvas.platform.erasure.Erasures;
import studio.pingvas.platform.schedule.LoggedTimeout;

/** Carries out what was ordered, on any node. */
@Singleton
@Interceptors(LoggedTimeout.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentErasureTimer {
    @Resource(lookup = "jdbc/payments")
    DataSource database;

    @Inject PaymentErasure payments;
    @Inject ErasedSubscriber subscriber;

    private Erasures erasures;

    @PostConstruct
    void open() {
        erasures = new Erasures(database);
    }

    public void order(UUID userId) {
        erasures.order(userId);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void carryOut() {
        erasures.carryOut(payments::step);
    }

    @Schedule(hour = "*", minute = "25", persistent = false)
    public void lookForLatePayers() {
        subscriber.reopenForLatePayers();
    }

    @Schedule(hour = "4", minute = "40", persistent = false)
    public void forgetOld() {
        erasures.forgetOld();
    }
}

package studio.pingvas.generation.status;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.platform.schedule.LoggedTimeout;

/** Counts dead letters off the way of those who ask: a broker that is away would hold them up. */
@Singleton
@Interceptors(LoggedTimeout.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadLetterTimer {
    @Inject JmsDeadLetterCount letters;
    @Inject DeadLetterGauge gauge;

    @Schedule(hour = "*", minute = "*", second = "7/15", persistent = false)
    public void count() {
        gauge.set(letters.count());
    }
}

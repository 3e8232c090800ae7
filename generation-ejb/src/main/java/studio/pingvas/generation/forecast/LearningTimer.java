package studio.pingvas.generation.forecast;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.platform.schedule.LoggedTimeout;

/** Keeps the experience of this node up to date. */
@Singleton
@Interceptors(LoggedTimeout.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LearningTimer {
    @Inject JobForecast forecast;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void learn() {
        forecast.learn();
    }
}

package studio.pingvas.web.push;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.platform.schedule.LoggedTimeout;

/** Looks after the followers of this node. */
@Singleton
@Interceptors(LoggedTimeout.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FollowerTimer {
    @Inject FollowerHub hub;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void lookAfterFollowers() {
        hub.lookAfterAll();
        hub.closeThoseSignedOut();
        hub.closeThoseWithoutTheirKey();
    }
}

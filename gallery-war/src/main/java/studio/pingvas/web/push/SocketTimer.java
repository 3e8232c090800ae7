package studio.pingvas.web.push;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Looks after the sockets of this node. */
@Singleton
public class SocketTimer {
    @Inject SocketHub hub;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void lookAfterSockets() {
        hub.lookAfterAll();
        hub.closeThoseSignedOut();
    }
}

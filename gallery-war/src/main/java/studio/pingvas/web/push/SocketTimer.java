package studio.pingvas.web.push;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Looks after the sockets of this node. */
@Singleton
public class SocketTimer {
    private static final Logger LOG = System.getLogger(SocketTimer.class.getName());

    @Inject SocketHub hub;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void lookAfterSockets() {
        hub.lookAfterAll();
        try {
            hub.closeThoseSignedOut();
            hub.closeThoseWithoutTheirKey();
        } catch (RuntimeException e) {
            // Payara ends a timer that fails twice in a row; the next run tries again.
            LOG.log(Level.ERROR, "Sockets of ended sessions and keys could not be closed", e);
        }
    }
}

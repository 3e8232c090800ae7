package studio.pingvas.platform.schedule;

import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps a timer alive: Payara ends one for good that fails twice in a row (it logs EJB5119), so a
 * database that is away for ten seconds would stop the work until the next start. The next run
 * tries again. Only for beans whose timeouts run outside of a transaction, since none is rolled
 * back here.
 */
public class LoggedTimeout {
    private static final Logger LOG = System.getLogger(LoggedTimeout.class.getName());

    @AroundTimeout
    public Object log(InvocationContext timeout) {
        try {
            return timeout.proceed();
        } catch (Exception e) {
            LOG.log(Level.ERROR, timeout.getMethod() + " failed and is tried again", e);
            return null;
        }
    }
}

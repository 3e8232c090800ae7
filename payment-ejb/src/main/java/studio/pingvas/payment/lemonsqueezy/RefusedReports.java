package studio.pingvas.payment.lemonsqueezy;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts reports whose signature does not fit. Anybody can send them, so they leave no row, and a
 * line in the log at most once a minute.
 */
@ApplicationScoped
public class RefusedReports {
    private static final Logger LOG = System.getLogger(RefusedReports.class.getName());
    private static final long SILENCE = TimeUnit.MINUTES.toNanos(1);

    private final AtomicLong count = new AtomicLong();
    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());

    public void count() {
        long refused = count.incrementAndGet();
        long now = System.nanoTime();
        long until = quietUntil.get();
        if (now - until >= 0 && quietUntil.compareAndSet(until, now + SILENCE)) {
            LOG.log(
                    Level.WARNING,
                    "A report to the payment webhook was refused by its signature; {0} in all",
                    refused);
        }
    }

    /** Since this node started. */
    public long total() {
        return count.get();
    }
}

package studio.pingvas.generation.queue.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.platform.concurrent.TimelyTask;

/**
 * Sends jobs to the broker, as many as workers are about to take: the line itself is the job table,
 * where a job can still be overtaken, counted and cancelled.
 */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int NOT_STARTED_SECONDS = 5;

    /** Where many jobs come and go, one look serves several of them. */
    private static final Duration LEAST_BETWEEN = Duration.ofMillis(5);

    @Resource ManagedThreadFactory threads;
    @Inject DispatchLine line;
    @Inject JmsGenerationQueue queue;
    @Inject DispatchWindow window;
    @Inject LookTimes times;

    // Only time makes a job look unsent, so that is not looked for at every change.
    private final AtomicBoolean notStartedDue = new AtomicBoolean();
    private TimelyTask looking;

    @PostConstruct
    void open() {
        // A managed executor would save and restore a context for every look.
        looking = new TimelyTask(threads, this::dispatch, LEAST_BETWEEN);
    }

    @PreDestroy
    void close() {
        looking.stop();
    }

    /** Whatever else happens to a job, it may have opened the window or filled the line. */
    public void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
        if (change.type() != JobEventType.DISPATCHED) {
            looking.runWithin(times.after(change));
        }
    }

    public void onResumption(@Observes(during = TransactionPhase.AFTER_SUCCESS) LineResumed line) {
        dispatchSoon();
    }

    /**
     * Also what was dispatched some seconds ago and nobody has started: perhaps it was not sent. If
     * it was, the broker drops it.
     */
    public void dispatchAll() {
        notStartedDue.set(true);
        dispatchSoon();
    }

    public void dispatchSoon() {
        looking.runWithin(Duration.ZERO);
    }

    private void dispatch() {
        try {
            if (notStartedDue.getAndSet(false)) {
                int most = Math.max(window.width(), DispatchLine.MOST_AT_ONCE);
                queue.send(line.notStarted(NOT_STARTED_SECONDS, most));
            }
            Taken taken;
            do {
                taken = take();
                times.looked(taken);
                queue.send(taken.jobs());
            } while (taken.jobs().size() == DispatchLine.MOST_AT_ONCE);
        } catch (RuntimeException e) {
            // The rows stand; the timer tries again in a few seconds.
            LOG.log(Level.WARNING, "Dispatch was interrupted: {0}", e.toString());
        }
    }

    /** A job whose message is lost must not keep the window closed until that is repaired. */
    private Taken take() {
        int width = window.width();
        Taken taken = line.take(width, null);
        if (taken.overtaken() != null && !queue.isWaiting(taken.overtaken())) {
            return line.take(width, taken.overtaken());
        }
        return taken;
    }
}

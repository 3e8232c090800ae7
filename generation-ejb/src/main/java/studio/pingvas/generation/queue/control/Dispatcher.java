package studio.pingvas.generation.queue.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.platform.concurrent.CoalescingTask;

/**
 * Sends jobs to the broker, as many as workers are about to take: the line itself is the job table,
 * where a job can still be overtaken, counted and cancelled.
 */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int UNSENT_SECONDS = 5;

    @Resource ManagedExecutorService executor;
    @Inject DispatchLine line;
    @Inject JmsGenerationQueue queue;
    @Inject DispatchWindow window;

    // Only time makes a job unsent, so it is not looked for at every change.
    private final AtomicBoolean unsentDue = new AtomicBoolean();
    private final CoalescingTask dispatching = new CoalescingTask(this::dispatch);

    /** Whatever else happens to a job, it may have opened the window or filled the line. */
    public void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
        if (change.type() != JobEventType.DISPATCHED) {
            dispatchSoon();
        }
    }

    public void onResumption(@Observes(during = TransactionPhase.AFTER_SUCCESS) LineResumed line) {
        dispatchSoon();
    }

    /** Also what was taken out of the line some seconds ago and whose sending nobody has noted. */
    public void dispatchAll() {
        unsentDue.set(true);
        dispatchSoon();
    }

    public void dispatchSoon() {
        dispatching.ask(executor);
    }

    private void dispatch() {
        try {
            if (unsentDue.getAndSet(false)) {
                send(line.unsent(UNSENT_SECONDS, DispatchLine.MOST_AT_ONCE));
            }
            Taken taken;
            do {
                taken = take();
                send(taken.jobs());
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

    private void send(List<GenerationJob> jobs) {
        if (!jobs.isEmpty()) {
            queue.send(jobs);
            line.sent(jobs);
        }
    }
}

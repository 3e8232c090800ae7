package studio.pingvas.generation.queue.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.workers.LiveWorkers;
import studio.pingvas.platform.concurrent.CoalescingTask;

/**
 * Sends jobs to the broker, as many as workers are about to take: the line itself is the job table,
 * where a job can still be overtaken, counted and cancelled.
 */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int UNSENT_SECONDS = 5;
    private static final int BATCH = 20;

    @Resource ManagedExecutorService executor;
    @Inject DispatchLine line;
    @Inject JmsGenerationQueue queue;
    @Inject LiveWorkers workers;

    private final CoalescingTask dispatching = new CoalescingTask(this::dispatch);

    /** Whatever else happens to a job, it may have opened the window or filled the line. */
    public void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
        if (change.type() != JobEventType.DISPATCHED) {
            dispatchSoon();
        }
    }

    public void dispatchSoon() {
        dispatching.ask(executor);
    }

    private void dispatch() {
        try {
            line.unsent(UNSENT_SECONDS, BATCH).forEach(this::send);
            int window = Math.max(1, workers.count());
            Optional<GenerationJob> next = line.takeNext(window);
            while (next.isPresent()) {
                send(next.get());
                next = line.takeNext(window);
            }
        } catch (RuntimeException e) {
            // The rows stand; the timer tries again in a few seconds.
            LOG.log(Level.WARNING, "Dispatch was interrupted: {0}", e.toString());
        }
    }

    private void send(GenerationJob job) {
        queue.send(job);
        line.sent(job.id());
    }
}

package studio.pingvas.generation.queue.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.generation.jobs.control.JobMeasured;
import studio.pingvas.generation.workers.LiveWorkers;

/**
 * How many jobs may wait in the broker: one for each live worker, or as many as keep it busy while
 * the next ones are sent. What lies there cannot be overtaken by order any more.
 */
@ApplicationScoped
public class DispatchWindow {
    /** Far more than a worker takes before it reports. */
    private static final int MOST_PER_WORKER = 50;

    /** A long job among short ones counts at once. */
    private static final double NEWEST = 0.1;

    @Inject LiveWorkers workers;

    @Inject
    @ConfigProperty(name = "studio.queue.window-seconds")
    double seconds;

    private volatile double meanSeconds = Double.POSITIVE_INFINITY;

    @PostConstruct
    void check() {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("studio.queue.window-seconds must not be negative");
        }
    }

    /** A lost update among many is no harm. */
    public void onMeasured(@Observes JobMeasured job) {
        double mean = meanSeconds;
        meanSeconds =
                Double.isInfinite(mean) ? job.seconds() : mean + NEWEST * (job.seconds() - mean);
    }

    public int width() {
        return width(Math.max(1, workers.count()));
    }

    int width(int liveWorkers) {
        return liveWorkers * ofOneWorker();
    }

    private int ofOneWorker() {
        double jobs = Math.min(MOST_PER_WORKER, seconds / meanSeconds);
        return Math.max(1, (int) jobs);
    }

    /** For how long a full window keeps the workers busy. */
    double secondsOfWork() {
        return ofOneWorker() * meanSeconds;
    }
}

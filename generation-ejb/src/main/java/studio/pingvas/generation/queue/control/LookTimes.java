package studio.pingvas.generation.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.JobEventType;

/**
 * How soon the line is to be looked at after a change: at once where a look will find something,
 * later where it may. What this node does not know, because another one has done it, is found by
 * the later look.
 */
@ApplicationScoped
public class LookTimes {
    static final Duration LATER = Duration.ofMillis(50);
    private static final Duration LONGEST_TO_REFILL = Duration.ofMillis(25);
    private static final int PARTS_OF_THE_WINDOW = 4;

    @Inject DispatchWindow window;

    private volatile boolean windowFull;

    void looked(Taken last) {
        windowFull = last.windowFull();
    }

    Duration after(JobChanged change) {
        if (windowFull) {
            return change.type() == JobEventType.QUEUED ? LATER : refill();
        }
        return change.ownerReady() ? Duration.ZERO : LATER;
    }

    /** Workers are busy with the rest of the window, so that a look may fill more than one gap. */
    private Duration refill() {
        double seconds = window.secondsOfWork() / PARTS_OF_THE_WINDOW;
        long nanos = (long) Math.min(LONGEST_TO_REFILL.toNanos(), seconds * 1e9);
        return Duration.ofNanos(nanos);
    }
}

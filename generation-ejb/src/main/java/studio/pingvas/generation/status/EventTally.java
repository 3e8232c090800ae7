package studio.pingvas.generation.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.JobEventType;

/** Counts what this node has recorded since it started. */
@ApplicationScoped
public class EventTally {
    private final LongAdder accepted = new LongAdder();
    private final Map<JobEventType, LongAdder> ended =
            new EnumMap<>(
                    Map.of(
                            JobEventType.COMPLETED, new LongAdder(),
                            JobEventType.FAILED, new LongAdder(),
                            JobEventType.CANCELLED, new LongAdder()));

    public void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
        LongAdder counter = ended.get(change.type());
        if (counter != null) {
            counter.increment();
        } else if (change.type() == JobEventType.QUEUED && !change.wasDispatched()) {
            accepted.increment();
        }
    }

    /** Jobs that were given a place in the line. */
    public long accepted() {
        return accepted.sum();
    }

    /** By outcome; those that nothing was counted of are there, too. */
    public Map<JobView.Status, Long> ended() {
        return Map.of(
                JobView.Status.COMPLETED, ended.get(JobEventType.COMPLETED).sum(),
                JobView.Status.FAILED, ended.get(JobEventType.FAILED).sum(),
                JobView.Status.CANCELLED, ended.get(JobEventType.CANCELLED).sum());
    }
}

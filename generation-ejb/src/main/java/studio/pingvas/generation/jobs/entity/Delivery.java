package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import studio.pingvas.contracts.generation.message.Attempt;

/** How a job gets to a worker: what was sent of it, and which attempt counts. */
@Embeddable
public class Delivery {
    private int dispatch;

    /** Number of the newest dispatch among those of all jobs. */
    @Column(name = "dispatch_serial")
    private long serial;

    @Column(name = "started_dispatch")
    private int startedDispatch;

    @Column(name = "started_delivery")
    private int startedDelivery;

    private int attempts;
    private String worker;
    private String device;

    @Column(name = "dispatched_at")
    private Instant dispatchedAt;

    @Column(name = "started_at")
    private Instant startedAt;

    protected Delivery() {}

    /** To be sent, under a new dispatch number. */
    void dispatch(long newSerial, Instant now) {
        dispatch++;
        serial = newSerial;
        dispatchedAt = now;
    }

    void start(String workerName, Attempt attempt, Instant now) {
        follow(attempt);
        attempts++;
        worker = workerName;
        startedAt = now;
    }

    /** Its worker has made the pictures on such a device. */
    public void madeOn(String deviceOfWorker) {
        device = deviceOfWorker;
    }

    /** What was sent is lost, or only the worker that had begun it. */
    void lose() {
        startedAt = null;
    }

    /** As if this attempt had not been, and before a late report of its start. */
    void disregard(Attempt attempt) {
        if (hasStarted(attempt)) {
            attempts--;
        }
        follow(attempt);
    }

    /** Whether the attempt is of the newest dispatch, and not older than the last start. */
    boolean isCurrent(Attempt attempt) {
        return attempt.dispatch() == dispatch && attempt.compareTo(lastStarted()) >= 0;
    }

    public boolean hasStarted(Attempt attempt) {
        return lastStarted().equals(attempt);
    }

    private void follow(Attempt attempt) {
        startedDispatch = attempt.dispatch();
        startedDelivery = attempt.delivery();
    }

    private Attempt lastStarted() {
        return new Attempt(startedDispatch, startedDelivery);
    }

    /** Number of the newest dispatch, 0 for none. */
    public int dispatchNumber() {
        return dispatch;
    }

    public int attempts() {
        return attempts;
    }

    /** That started it last, or null. */
    public String worker() {
        return worker;
    }

    public Instant startedAt() {
        return startedAt;
    }
}

package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import studio.pingvas.contracts.generation.message.Attempt;

/** How a job gets to a worker: what was sent of it, and which attempt counts. */
@Embeddable
class Delivery {
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

    @Column(name = "dispatched_at")
    private Instant dispatchedAt;

    @Column(name = "started_at")
    private Instant startedAt;

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

    /** What was sent is lost. */
    void lose() {
        startedAt = null;
    }

    /** Its worker is lost; the message is not. */
    void loseWorker() {
        startedAt = null;
    }

    /** As if this attempt had not been, and before a late report of its start. */
    void disregard(Attempt attempt) {
        if (lastStarted().equals(attempt)) {
            attempts--;
        }
        follow(attempt);
    }

    /** Whether the attempt is of the newest dispatch, and not older than the last start. */
    boolean isCurrent(Attempt attempt) {
        return attempt.dispatch() == dispatch && attempt.compareTo(lastStarted()) >= 0;
    }

    private void follow(Attempt attempt) {
        startedDispatch = attempt.dispatch();
        startedDelivery = attempt.delivery();
    }

    Attempt lastStarted() {
        return new Attempt(startedDispatch, startedDelivery);
    }

    int dispatchNumber() {
        return dispatch;
    }

    int attempts() {
        return attempts;
    }

    String worker() {
        return worker;
    }

    Instant startedAt() {
        return startedAt;
    }
}

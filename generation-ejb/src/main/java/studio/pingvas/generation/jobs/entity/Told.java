package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import studio.pingvas.generation.forecast.Eta;

/** What the owner of a job was told of its turn. Where that is nothing, JPA reads null instead. */
@Embeddable
public class Told {
    static final Told NOTHING = new Told();

    @Column(name = "expected_waiting_seconds")
    private Double expectedWaiting;

    @Column(name = "expected_running_seconds")
    private Double expectedRunning;

    @Column(name = "told_p50_seconds")
    private Double p50;

    @Column(name = "told_p90_seconds")
    private Double p90;

    @Column(name = "told_position")
    private Integer position;

    /** Known only where the job was accepted just now. */
    @Transient private Integer peopleAhead;

    protected Told() {}

    /**
     * @param eta null if no time was told
     * @param position in the line
     */
    static Told of(Eta eta, int position, Integer peopleAhead) {
        Told told = new Told();
        told.position = position;
        told.peopleAhead = peopleAhead;
        if (eta != null) {
            told.expectedWaiting = eta.waiting();
            told.expectedRunning = eta.running();
            told.p50 = eta.p50();
            told.p90 = eta.p90();
        }
        return told;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    /** At the acceptance of the job, or null. */
    public Eta eta() {
        return p50 == null ? null : new Eta(expectedWaiting, expectedRunning, p50, p90);
    }

    /** Place in the line that was told last, or null. */
    public Integer position() {
        return position;
    }

    /** Other people before the job at its acceptance; null if that was not just now. */
    public Integer peopleAhead() {
        return peopleAhead;
    }
}

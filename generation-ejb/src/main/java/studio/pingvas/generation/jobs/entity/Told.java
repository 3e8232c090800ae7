package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import studio.pingvas.generation.forecast.Eta;

/** What the owner of a job was told when it was accepted. */
@Embeddable
class Told {
    @Column(name = "expected_waiting_seconds")
    private Double expectedWaiting;

    @Column(name = "expected_running_seconds")
    private Double expectedRunning;

    @Column(name = "told_p50_seconds")
    private Double p50;

    @Column(name = "told_p90_seconds")
    private Double p90;

    protected Told() {}

    Told(Eta eta) {
        this.expectedWaiting = eta.waiting();
        this.expectedRunning = eta.running();
        this.p50 = eta.p50();
        this.p90 = eta.p90();
    }

    Eta eta() {
        return new Eta(expectedWaiting, expectedRunning, p50, p90);
    }
}

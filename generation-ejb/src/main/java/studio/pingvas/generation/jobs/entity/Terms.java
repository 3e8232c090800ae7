package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.line.entity.LineShare;

/** On which terms a job was accepted, whatever plan its owner has later. */
@Embeddable
public class Terms {
    @Enumerated(EnumType.STRING)
    private Tier tier;

    @Column(name = "tier_rank")
    private int tierRank;

    @Column(name = "max_running")
    private int maxRunning;

    @Column(name = "estimated_credits")
    private long estimatedCredits;

    @Column(name = "predicted_seconds")
    private double predictedSeconds;

    protected Terms() {}

    Terms(Plan plan, Quote quote) {
        this.tier = plan.tier();
        this.tierRank = plan.tier().ordinal();
        this.maxRunning = plan.maxRunning();
        this.estimatedCredits = quote.credits();
        this.predictedSeconds = quote.seconds();
    }

    public Tier tier() {
        return tier;
    }

    /** Jobs of its owner that this one may have under way. */
    public int maxRunning() {
        return maxRunning;
    }

    public Quote quote() {
        return new Quote(estimatedCredits, predictedSeconds);
    }

    /** What the job counts in the line while it waits. */
    public LineShare waiting() {
        return LineShare.ofWaiting(predictedSeconds);
    }
}

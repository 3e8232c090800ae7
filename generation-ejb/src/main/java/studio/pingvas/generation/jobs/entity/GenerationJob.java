package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.line.entity.LineShare;
import studio.pingvas.generation.line.entity.Place;
import studio.pingvas.platform.Uuid7;

/**
 * A request for pictures, from its acceptance to its end.
 *
 * <p>It ends in two steps, because money and pictures lie in other modules: {@link #decide} fixes
 * the outcome once and for all, {@link #end} makes it visible when the other modules have followed.
 * A job whose outcome is decided takes part in nothing else.
 */
@Entity
@Table(name = "job")
public class GenerationJob {
    @Id private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private JobStatus status;

    @Embedded private Origin origin;
    @Embedded private Asked asked;
    @Embedded private Terms terms;

    @Column(name = "line_order")
    private long lineOrder;

    @Embedded private Told told;
    @Embedded private Delivery delivery;
    @Embedded private Decision decision;
    @Embedded private Ending ending;

    @Column(name = "created_at")
    private Instant createdAt;

    /** What of the job the line of its owner has counted. */
    @Transient private LineShare counted = LineShare.NOTHING;

    @Version private long version;

    protected GenerationJob() {}

    /** A job that has been accepted and waits. */
    public static GenerationJob queued(
            UUID id, UUID userId, Plan plan, Work work, String requestSha256, Quote quote) {
        GenerationJob job = new GenerationJob();
        job.id = id;
        job.userId = userId;
        job.status = JobStatus.QUEUED;
        job.delivery = new Delivery();
        job.asked = new Asked(work);
        job.origin = new Origin(requestSha256, work.stored());
        job.terms = new Terms(plan, quote);
        return job;
    }

    /** Remembers what its owner is told at its acceptance. */
    public void tell(Eta eta, int position, int peopleAhead) {
        told = Told.of(eta, position, peopleAhead);
    }

    /** Remembers the place in the line that its owner is told. */
    public void tellPosition(int position) {
        if (told == null) {
            told = new Told();
        }
        told.moveTo(position);
    }

    /** Takes its place in the line, which has counted it. */
    public void enqueue(Place place) {
        createdAt = place.at();
        lineOrder = place.seq();
        counted = lineShare();
    }

    /** To another place among the waiting jobs of its owner. */
    public void moveTo(long order) {
        lineOrder = order;
    }

    /** How its part in the line has changed since that was asked last. */
    public LineShare takeLineChange() {
        LineShare change = lineShare().minus(counted);
        counted = lineShare();
        return change;
    }

    /** A job whose outcome is decided waits no more, even before its end is visible. */
    private LineShare lineShare() {
        return switch (status) {
            case QUEUED -> decision == null ? terms.waiting() : LineShare.NOTHING;
            case DISPATCHED, RUNNING -> LineShare.ofUnderWay();
            case COMPLETED, FAILED, CANCELLED -> LineShare.NOTHING;
        };
    }

    @PostLoad
    void rememberLineShare() {
        counted = lineShare();
    }

    @PrePersist
    @PreUpdate
    void requireCounted() {
        if (!counted.equals(lineShare())) {
            throw new IllegalStateException(
                    "Job " + id + " is " + status + ", which no line of a user has counted.");
        }
    }

    /**
     * Takes the job out of the line; it is to be sent under a new dispatch number.
     *
     * @param serial number of this dispatch among those of all jobs
     */
    public void dispatch(long serial, Instant now) {
        become(JobStatus.DISPATCHED);
        delivery.dispatch(serial, now);
    }

    /** Back into the line: what was sent is lost. */
    public void requeue() {
        become(JobStatus.QUEUED);
        delivery.lose();
    }

    /**
     * Back into the line, as if this attempt had not been, and before a late report of its start.
     */
    public void postpone(Attempt attempt) {
        delivery.disregard(attempt);
        requeue();
    }

    /** Back to waiting in the broker: its worker died, and nobody has taken it yet. */
    public void awaitRedelivery() {
        become(JobStatus.QUEUED);
        become(JobStatus.DISPATCHED);
        delivery.lose();
    }

    /** Whether this attempt's reports count: the newest dispatch, not older than the last start. */
    public boolean follows(Attempt attempt) {
        return decision == null && delivery.isCurrent(attempt);
    }

    public void startOn(String workerName, Attempt attempt, Instant now) {
        if (status == JobStatus.RUNNING) {
            awaitRedelivery();
        }
        if (status == JobStatus.QUEUED) {
            become(JobStatus.DISPATCHED);
        }
        become(JobStatus.RUNNING);
        delivery.start(workerName, attempt, now);
    }

    /**
     * Fixes how the job ends; the first decision holds.
     *
     * @return whether the job ends like that, by this decision or an earlier one
     */
    public boolean decide(JobStatus outcome, Actor actor, Instant now) {
        if (decision == null) {
            requireCanBecome(outcome);
            decision = new Decision(outcome, actor, now);
        }
        return outcome() == outcome;
    }

    public void explainFailure(String code, String message) {
        ending = Ending.failing(code, message);
    }

    /** Makes the decided outcome visible; repeated, it does nothing. */
    public boolean end(long used, long refunded, Instant now) {
        if (status == outcome()) {
            return false;
        }
        become(outcome());
        boolean made = status == JobStatus.COMPLETED;
        ending = made ? ending().charged(used, now) : ending().refunded(refunded, now);
        return true;
    }

    private void become(JobStatus next) {
        requireCanBecome(next);
        status = next;
    }

    private void requireCanBecome(JobStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalJobStatusChangeException(id, status, next);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public JobStatus status() {
        return status;
    }

    /** Null while it is undecided. */
    public JobStatus outcome() {
        return decision == null ? null : decision.outcome();
    }

    /** Who decided the outcome; null while it is undecided. */
    public Actor decidedBy() {
        return decision == null ? null : decision.actor();
    }

    /** Where it comes from. */
    public Origin origin() {
        return origin;
    }

    /** What it is to do, and what with. */
    public Asked asked() {
        return asked;
    }

    /** What its pictures will be called, in their order; known from the start. */
    public List<UUID> imageIds() {
        return IntStream.range(0, asked.picture().imageCount())
                .mapToObj(position -> Uuid7.derive(id, position, createdAt))
                .toList();
    }

    /** What was agreed at its acceptance. */
    public Terms terms() {
        return terms;
    }

    /** What its owner was told of its turn, which may be nothing. */
    public Told told() {
        return told == null ? Told.NOTHING : told;
    }

    /** Its place among the waiting jobs of its owner; the least is next. */
    public long lineOrder() {
        return lineOrder;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** How it gets to a worker. */
    public Delivery delivery() {
        return delivery;
    }

    /** What is known of its end, which may be nothing. */
    public Ending ending() {
        return ending == null ? Ending.UNKNOWN : ending;
    }
}
